import * as z from 'zod'
import { Time, type Translation } from './translation.ts'

export const getService: Translation<'getService'> = {
  path: '/system/info',
  say: () => ({}),
  hear: z
    .object({ sysName: z.string(), apiVer: z.string(), sysTime: Time })
    .transform((it) => ({ name: it.sysName, apiVersion: it.apiVer, time: it.sysTime })),
}

export const login: Translation<'login'> = {
  path: '/user/login',
  say: ({ body: { account, password } }) => ({ loginName: account, loginPwd: password }),
  hear: z
    .object({ token: z.string(), expireTime: Time, userId: z.string(), userName: z.string(), mobile: z.string() })
    .transform((it) => ({
      accessToken: it.token,
      expiresAt: it.expireTime,
      account: { id: it.userId, displayName: it.userName, maskedPhone: it.mobile },
    })),
}

export const logout: Translation<'logout'> = {
  path: '/user/logout',
  say: () => ({}),
  hear: z.null().transform(() => undefined),
}
