#include "keys.h"

#include <openssl/asn1t.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <string.h>

#include "functions.h"
#include "store.h"

enum { MOST_PEM = 4096, SM2_OCTETS = 32, MOST_CIPHER = 256 };

EVP_PKEY *read_key(const struct object *container, const char *leaf) {
  char path[PATH], text[MOST_PEM];
  container_path(path, container, leaf);
  long length = read_file(path, text, sizeof text);
  if (length < 0) return 0;
  BIO *from = BIO_new_mem_buf(text, (int)length);
  EVP_PKEY *key = PEM_read_bio_PrivateKey(from, 0, 0, 0);
  BIO_free(from);
  return key;
}

ULONG write_key(const struct object *container, const char *leaf, EVP_PKEY *key) {
  char path[PATH], *text;
  BIO *to = BIO_new(BIO_s_mem());
  ULONG answered = FAILED;
  container_path(path, container, leaf);
  if (PEM_write_bio_PKCS8PrivateKey(to, key, 0, 0, 0, 0, 0)) {
    long length = BIO_get_mem_data(to, &text);
    answered = !has_room(container, length) ? NO_ROOM : write_file(path, text, length) ? FAILED : OK;
  }
  BIO_free(to);
  return answered;
}

int is_sm2(const EVP_PKEY *key) { return EVP_PKEY_is_a(key, "SM2"); }

static void coordinate(const EVP_PKEY *key, const char *name, BYTE *octets) {
  BIGNUM *number = 0;
  if (EVP_PKEY_get_bn_param(key, name, &number)) BN_bn2binpad(number, octets, SM2_OCTETS);
  BN_free(number);
}

void public_blob(const EVP_PKEY *key, ECCPUBLICKEYBLOB *blob) {
  memset(blob, 0, sizeof *blob);
  blob->BitLen = 8 * SM2_OCTETS;
  coordinate(key, OSSL_PKEY_PARAM_EC_PUB_X, blob->X + 32);
  coordinate(key, OSSL_PKEY_PARAM_EC_PUB_Y, blob->Y + 32);
}

static int is_pair(EVP_PKEY *key) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(0, key, 0);
  int answered = EVP_PKEY_pairwise_check(context);
  EVP_PKEY_CTX_free(context);
  return answered == 1;
}

EVP_PKEY *make_pair(const BYTE *secret, const BYTE *x, const BYTE *y) {
  BYTE point[1 + 2 * SM2_OCTETS] = {4};
  memcpy(point + 1, x, SM2_OCTETS);
  memcpy(point + 1 + SM2_OCTETS, y, SM2_OCTETS);
  BIGNUM *number = BN_bin2bn(secret, SM2_OCTETS, 0);
  OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
  OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0);
  OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point);
  OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_PRIV_KEY, number);
  OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(0, "SM2", 0);
  EVP_PKEY *key = 0;
  EVP_PKEY_fromdata_init(context);
  if (EVP_PKEY_fromdata(context, &key, EVP_PKEY_KEYPAIR, parameters) <= 0) key = 0;
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(builder);
  BN_clear_free(number);
  if (key && is_pair(key)) return key;
  EVP_PKEY_free(key);
  return 0;
}

/* SM2Cipher of GM/T 0009, 7.3, which is what OpenSSL decrypts. */
typedef struct { ASN1_INTEGER *x, *y; ASN1_OCTET_STRING *hash, *cipher; } SM2_CIPHER;
DECLARE_ASN1_FUNCTIONS(SM2_CIPHER)
ASN1_SEQUENCE(SM2_CIPHER) = {
  ASN1_SIMPLE(SM2_CIPHER, x, ASN1_INTEGER), ASN1_SIMPLE(SM2_CIPHER, y, ASN1_INTEGER),
  ASN1_SIMPLE(SM2_CIPHER, hash, ASN1_OCTET_STRING), ASN1_SIMPLE(SM2_CIPHER, cipher, ASN1_OCTET_STRING)
} ASN1_SEQUENCE_END(SM2_CIPHER)
IMPLEMENT_ASN1_FUNCTIONS(SM2_CIPHER)

static int encode(const ECCCIPHERBLOB *blob, BYTE **der) {
  SM2_CIPHER *cipher = SM2_CIPHER_new();
  BIGNUM *x = BN_bin2bn(blob->X, sizeof blob->X, 0), *y = BN_bin2bn(blob->Y, sizeof blob->Y, 0);
  BN_to_ASN1_INTEGER(x, cipher->x);
  BN_to_ASN1_INTEGER(y, cipher->y);
  ASN1_OCTET_STRING_set(cipher->hash, blob->Hash, sizeof blob->Hash);
  ASN1_OCTET_STRING_set(cipher->cipher, blob->Cipher, (int)blob->CipherLen);
  int length = i2d_SM2_CIPHER(cipher, der);
  SM2_CIPHER_free(cipher);
  BN_free(x);
  BN_free(y);
  return length;
}

long decrypt_sm2(EVP_PKEY *key, const ECCCIPHERBLOB *blob, BYTE *plaintext, size_t room) {
  BYTE *der = 0;
  if (blob->CipherLen == 0 || blob->CipherLen > MOST_CIPHER) return -1;
  int length = encode(blob, &der);
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(0, key, 0);
  int done = length > 0 && EVP_PKEY_decrypt_init(context) > 0 &&
             EVP_PKEY_decrypt(context, plaintext, &room, der, (size_t)length) > 0;
  EVP_PKEY_CTX_free(context);
  OPENSSL_free(der);
  return done ? (long)room : -1;
}

int decrypt_sm4(const EVP_CIPHER *cipher, const BYTE *key, const BYTE *iv, const BYTE *octets, int length, BYTE *plain) {
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  int first = 0, last = 0;
  int done = EVP_DecryptInit_ex(context, cipher, 0, key, iv) && EVP_CIPHER_CTX_set_padding(context, 0) &&
             EVP_DecryptUpdate(context, plain, &first, octets, length) &&
             EVP_DecryptFinal_ex(context, plain + first, &last);
  EVP_CIPHER_CTX_free(context);
  return done ? first + last : -1;
}
