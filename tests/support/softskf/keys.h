/* Keys as PEM files (PKCS#8), which any program can read; and SM2 by OpenSSL. */
#ifndef KEYS_H
#define KEYS_H
#include <openssl/evp.h>
#include "handles.h"

EVP_PKEY *read_key(const struct object *container, const char *leaf);
ULONG write_key(const struct object *container, const char *leaf, EVP_PKEY *key);
int is_sm2(const EVP_PKEY *key);
void public_blob(const EVP_PKEY *key, ECCPUBLICKEYBLOB *blob);
/* A pair of which both halves are given, each 32 octets; 0 where they do not belong together. */
EVP_PKEY *make_pair(const BYTE *secret, const BYTE *x, const BYTE *y);
/* Decrypts SM2 (GM/T 0003.4). Answers with the length, or -1. */
long decrypt_sm2(EVP_PKEY *key, const ECCCIPHERBLOB *blob, BYTE *plaintext, size_t room);
/* Whole blocks of 16 octets, no padding. */
int decrypt_sm4(const EVP_CIPHER *cipher, const BYTE *key, const BYTE *iv, const BYTE *octets, int length, BYTE *plain);

#endif
