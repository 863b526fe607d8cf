/*
 * Types and numbers of GM/T 0016-2012, as far as the module goes. Two things in which vendors differ are chosen by the
 * build: SKF_ULONG_8 makes ULONG 8 octets wide (else 4), SKF_NATURAL lets the compiler align structures (else packed).
 */
#ifndef SKF_H
#define SKF_H
#include <stdint.h>

#ifdef SKF_ULONG_8
typedef uint64_t ULONG;
#else
typedef uint32_t ULONG;
#endif
typedef int32_t BOOL;
typedef uint8_t BYTE;
typedef char *LPSTR;
typedef void *HANDLE;

#ifndef SKF_NATURAL
#pragma pack(push, 1)
#endif
typedef struct { BYTE major, minor; } VERSION;
typedef struct {
  VERSION Version;
  char Manufacturer[64], Issuer[64], Label[32], SerialNumber[32];
  VERSION HWVersion, FirmwareVersion;
  ULONG AlgSymCap, AlgAsymCap, AlgHashCap, DevAuthAlgId, TotalSpace, FreeSpace, MaxECCBufferSize, MaxBufferSize;
  BYTE Reserved[64];
} DEVINFO;
/* Numbers are right-aligned in these arrays, highest octet first: for SM2 the first 32 octets of 64 are zero. */
typedef struct { ULONG AlgID, BitLen; BYTE Modulus[256], PublicExponent[4]; } RSAPUBLICKEYBLOB;
typedef struct { ULONG BitLen; BYTE X[64], Y[64]; } ECCPUBLICKEYBLOB;
typedef struct { BYTE r[64], s[64]; } ECCSIGNATUREBLOB;
typedef struct { BYTE X[64], Y[64], Hash[32]; ULONG CipherLen; BYTE Cipher[1]; } ECCCIPHERBLOB;
typedef struct {
  ULONG Version, SymmAlgID, Bits;
  BYTE EncryptedPriKey[64];
  ECCPUBLICKEYBLOB PubKey;
  ECCCIPHERBLOB Cipher;
} ENVELOPEDKEYBLOB;
typedef struct { BYTE IV[32]; ULONG IVLen, PaddingType, FeedBitLen; } BLOCKCIPHERPARAM;
#ifndef SKF_NATURAL
#pragma pack(pop)
#endif

enum {
  OK = 0,
  FAILED = 0x0A000001,
  NOT_SUPPORTED = 0x0A000003,
  INVALID_HANDLE = 0x0A000005,
  INVALID_PARAMETER = 0x0A000006,
  NAME_LENGTH = 0x0A000009,
  TIMED_OUT = 0x0A00000F,
  INPUT_LENGTH = 0x0A000010,
  INPUT_WRONG = 0x0A000011,
  KEY_NOT_FOUND = 0x0A00001B,
  CERTIFICATE_NOT_FOUND = 0x0A00001C,
  BUFFER_TOO_SMALL = 0x0A000020,
  DEVICE_REMOVED = 0x0A000023,
  PIN_INCORRECT = 0x0A000024,
  PIN_LOCKED = 0x0A000025,
  PIN_LENGTH = 0x0A000027,
  NOT_LOGGED_IN = 0x0A00002D,
  NO_APPLICATION = 0x0A00002E,
  ALREADY_THERE = 0x0A00002F,
  NO_ROOM = 0x0A000030,
  NOT_THERE = 0x0A000031
};

enum { ADMINISTRATOR = 0, USER = 1 };
enum { SM4_ECB = 0x401, SM4_CBC = 0x402, RSA_SIGN = 0x10000, SM2_SIGN = 0x20100 };

#endif
