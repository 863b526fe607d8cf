/*
 * Every function of PKCS#11 v2.40 but C_GetFunctionList, by the number of its parameters: F(name, how many), and S where
 * the first one is a slot id.
 */
F(C_Initialize, 1) F(C_Finalize, 1) F(C_GetInfo, 1) F(C_GetSlotList, 3) S(C_GetSlotInfo, 2) S(C_GetTokenInfo, 2)
S(C_GetMechanismList, 3) S(C_GetMechanismInfo, 3) S(C_InitToken, 4) F(C_InitPIN, 3) F(C_SetPIN, 5) S(C_OpenSession, 5)
F(C_CloseSession, 1) S(C_CloseAllSessions, 1) F(C_GetSessionInfo, 2) F(C_GetOperationState, 3)
F(C_SetOperationState, 5) F(C_Login, 4) F(C_Logout, 1) F(C_CreateObject, 4) F(C_CopyObject, 5) F(C_DestroyObject, 2)
F(C_GetObjectSize, 3) F(C_GetAttributeValue, 4) F(C_SetAttributeValue, 4) F(C_FindObjectsInit, 3) F(C_FindObjects, 4)
F(C_FindObjectsFinal, 1) F(C_EncryptInit, 3) F(C_Encrypt, 5) F(C_EncryptUpdate, 5) F(C_EncryptFinal, 3)
F(C_DecryptInit, 3) F(C_Decrypt, 5) F(C_DecryptUpdate, 5) F(C_DecryptFinal, 3) F(C_DigestInit, 2) F(C_Digest, 5)
F(C_DigestUpdate, 3) F(C_DigestKey, 2) F(C_DigestFinal, 3) F(C_SignInit, 3) F(C_Sign, 5) F(C_SignUpdate, 3)
F(C_SignFinal, 3) F(C_SignRecoverInit, 3) F(C_SignRecover, 5) F(C_VerifyInit, 3) F(C_Verify, 5) F(C_VerifyUpdate, 3)
F(C_VerifyFinal, 3) F(C_VerifyRecoverInit, 3) F(C_VerifyRecover, 5) F(C_DigestEncryptUpdate, 5)
F(C_DecryptDigestUpdate, 5) F(C_SignEncryptUpdate, 5) F(C_DecryptVerifyUpdate, 5) F(C_GenerateKey, 5)
F(C_GenerateKeyPair, 8) F(C_WrapKey, 6) F(C_UnwrapKey, 8) F(C_DeriveKey, 6) F(C_SeedRandom, 3) F(C_GenerateRandom, 3)
F(C_GetFunctionStatus, 1) F(C_CancelFunction, 1) F(C_WaitForSlotEvent, 3)
