/*
 * A software SKF module (GM/T 0016-2012) for tests: keys on the disk, cryptography by OpenSSL. See store.h for the files,
 * faults.h for how it is broken, skf.h for the switches of its build; SKF_TABLE leaves SKF_GetFuncList as the only name
 * that is exported.
 */
#include "faults.h"
#include "functions.h"

#define VISIBLE __attribute__((visibility("default")))
#ifdef SKF_TABLE
#define LINKAGE static
#else
#define LINKAGE VISIBLE
#endif

#define API(name, about, parameters, work)                        \
  LINKAGE ULONG SKF_##name parameters {                           \
    const struct call call = begin("SKF_" #name, about);          \
    return finish(&call, call.is_refused ? call.answer : (work)); \
  }

/* Whatever is `about` a device, application, container or key names its handle; the rest is about none. */
API(WaitForDevEvent, 0, (LPSTR name, ULONG *size, ULONG *event), wait_for_device(name, size, event))
API(CancelWaitForDevEvent, 0, (void), cancel_waiting())
API(EnumDev, 0, (BOOL present, LPSTR list, ULONG *size), enum_devices(present, list, size))
API(ConnectDev, 0, (LPSTR name, HANDLE *handle), connect_device(name, handle))
API(DisConnectDev, h, (HANDLE h), disconnect_device(h))
API(GetDevState, 0, (LPSTR name, ULONG *state), device_state(name, state))
API(GetDevInfo, h, (HANDLE h, DEVINFO *told), device_info(h, told))
API(LockDev, h, (HANDLE h, ULONG milliseconds), lock_device(h, milliseconds))
API(UnlockDev, h, (HANDLE h), unlock_device(h))
/* Both change what no renewal may change, and are here to be seen uncalled. */
API(DevAuth, h, (HANDLE h, BYTE *octets, ULONG length), ((void)octets, (void)length, NOT_SUPPORTED))
API(DeleteApplication, h, (HANDLE h, LPSTR name), ((void)name, NOT_SUPPORTED))

API(EnumApplication, h, (HANDLE h, LPSTR list, ULONG *size), enum_applications(h, list, size))
API(OpenApplication, h, (HANDLE h, LPSTR name, HANDLE *opened), open_application(h, name, opened))
API(CloseApplication, h, (HANDLE h), close_application(h))
API(GetPINInfo, h, (HANDLE h, ULONG type, ULONG *tries, ULONG *left, BOOL *first), pin_info(h, type, tries, left, first))
API(VerifyPIN, h, (HANDLE h, ULONG type, LPSTR pin, ULONG *left), verify_pin(h, type, pin, left))
API(ChangePIN, h, (HANDLE h, ULONG type, LPSTR old, LPSTR new, ULONG *left), change_pin(h, type, old, new, left))
API(UnblockPIN, h, (HANDLE h, LPSTR administrator, LPSTR new, ULONG *left), unblock_pin(h, administrator, new, left))
API(ClearSecureState, h, (HANDLE h), clear_secure_state(h))

API(EnumContainer, h, (HANDLE h, LPSTR list, ULONG *size), enum_containers(h, list, size))
API(CreateContainer, h, (HANDLE h, LPSTR name, HANDLE *opened), create_container(h, name, opened))
API(OpenContainer, h, (HANDLE h, LPSTR name, HANDLE *opened), open_container(h, name, opened))
API(CloseContainer, h, (HANDLE h), close_container(h))
API(DeleteContainer, h, (HANDLE h, LPSTR name), delete_container(h, name))
API(GetContainerType, h, (HANDLE h, ULONG *type), container_type(h, type))
API(ImportCertificate, h, (HANDLE h, BOOL signs, BYTE *octets, ULONG n), import_certificate(h, signs, octets, n))
API(ExportCertificate, h, (HANDLE h, BOOL signs, BYTE *octets, ULONG *n), export_certificate(h, signs, octets, n))

API(GenECCKeyPair, h, (HANDLE h, ULONG algorithm, ECCPUBLICKEYBLOB *blob), generate_sm2(h, algorithm, blob))
API(GenRSAKeyPair, h, (HANDLE h, ULONG bits, RSAPUBLICKEYBLOB *blob), generate_rsa(h, bits, blob))
API(ExportPublicKey, h, (HANDLE h, BOOL signs, BYTE *octets, ULONG *n), export_public_key(h, signs, octets, n))
API(ECCSignData, h, (HANDLE h, BYTE *octets, ULONG n, ECCSIGNATUREBLOB *blob), sign_sm2(h, octets, n, blob))
API(RSASignData, h, (HANDLE h, BYTE *octets, ULONG n, BYTE *made, ULONG *size), sign_rsa(h, octets, n, made, size))

API(ImportECCKeyPair, h, (HANDLE h, ENVELOPEDKEYBLOB *blob), import_sm2_pair(h, blob))
API(ImportSessionKey, h, (HANDLE h, ULONG algorithm, BYTE *wrapped, ULONG n, HANDLE *key),
    import_session_key(h, algorithm, wrapped, n, key))
API(DecryptInit, h, (HANDLE h, BLOCKCIPHERPARAM parameters), begin_decryption(h, parameters))
API(Decrypt, h, (HANDLE h, BYTE *octets, ULONG n, BYTE *plaintext, ULONG *size), decrypt(h, octets, n, plaintext, size))
API(CloseHandle, h, (HANDLE h), close_key(h))

#ifdef SKF_TABLE
/* The order that a public vendor header gives; what stands under no name here is what this module does not have. */
typedef void (*function)(void);
#define F(name) (function)SKF_##name
static struct { VERSION version; function functions[80]; } table = {
  {1, 0},
  {F(WaitForDevEvent), F(CancelWaitForDevEvent), F(EnumDev), F(ConnectDev), F(DisConnectDev), F(GetDevState),
   0 /* SetLabel */, F(GetDevInfo), F(LockDev), F(UnlockDev), 0 /* Transmit */,
   0 /* ChangeDevAuthKey */, F(DevAuth), F(ChangePIN), F(GetPINInfo), F(VerifyPIN), F(UnblockPIN), F(ClearSecureState),
   0 /* CreateApplication */, F(EnumApplication), F(DeleteApplication), F(OpenApplication), F(CloseApplication),
   0, 0, 0, 0, 0, 0 /* CreateFile, DeleteFile, EnumFiles, GetFileInfo, ReadFile, WriteFile */,
   F(CreateContainer), F(DeleteContainer), F(OpenContainer), F(CloseContainer), F(EnumContainer), F(GetContainerType),
   F(ImportCertificate), F(ExportCertificate),
   0, 0 /* GenRandom, GenExtRSAKey */, F(GenRSAKeyPair), 0 /* ImportRSAKeyPair */, F(RSASignData),
   0, 0, 0, 0 /* RSAVerify, RSAExportSessionKey, ExtRSAPubKeyOperation, ExtRSAPriKeyOperation */,
   F(GenECCKeyPair), F(ImportECCKeyPair), F(ECCSignData),
   0, 0, 0, 0, 0, 0 /* ECCVerify, ECCExportSessionKey, ExtECCEncrypt, ExtECCDecrypt, ExtECCSign, ExtECCVerify */,
   0, 0, 0 /* GenerateAgreementDataWithECC, GenerateAgreementDataAndKeyWithECC, GenerateKeyWithECC */,
   F(ExportPublicKey), F(ImportSessionKey),
   0, 0, 0, 0, 0 /* SetSymmKey, EncryptInit, EncryptUpdate, EncryptFinal, Encrypt */,
   F(DecryptInit), 0, 0 /* DecryptUpdate, DecryptFinal */, F(Decrypt),
   0, 0, 0, 0 /* DigestInit, DigestUpdate, DigestFinal, Digest */,
   0, 0, 0, 0 /* MacInit, MacUpdate, MacFinal, Mac */, F(CloseHandle)}};

VISIBLE ULONG SKF_GetFuncList(void **list) {
  *list = &table;
  return OK;
}
#endif
