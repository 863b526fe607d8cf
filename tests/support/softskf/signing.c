#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>
#include <string.h>

#include "faults.h"
#include "functions.h"
#include "keys.h"
#include "store.h"

static char identity[] = "1234567812345678";

/* Over what is there, as the standard lets it: who asks for this has to look first. */
ULONG generate_sm2(HANDLE handle, ULONG algorithm, ECCPUBLICKEYBLOB *blob) {
  struct object *container;
  ULONG found = find_logged_in(handle, CONTAINER, &container);
  if (found) return found;
  if (algorithm != SM2_SIGN) return NOT_SUPPORTED;
  EVP_PKEY *key = EVP_PKEY_Q_keygen(0, 0, "SM2");
  ULONG answered = key ? write_key(container, "signing.pem", key) : FAILED;
  if (answered == OK) public_blob(key, blob);
  EVP_PKEY_free(key);
  return answered;
}

static void rsa_blob(const EVP_PKEY *key, RSAPUBLICKEYBLOB *blob) {
  BIGNUM *modulus = 0, *exponent = 0;
  memset(blob, 0, sizeof *blob);
  EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &modulus);
  EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent);
  blob->AlgID = RSA_SIGN;
  blob->BitLen = (ULONG)EVP_PKEY_get_bits(key);
  BN_bn2binpad(modulus, blob->Modulus, sizeof blob->Modulus);
  BN_bn2binpad(exponent, blob->PublicExponent, sizeof blob->PublicExponent);
  BN_free(modulus);
  BN_free(exponent);
}

ULONG generate_rsa(HANDLE handle, ULONG bits, RSAPUBLICKEYBLOB *blob) {
  struct object *container;
  ULONG found = find_logged_in(handle, CONTAINER, &container);
  if (found) return found;
  if (bits != 1024 && bits != 2048) return NOT_SUPPORTED;
  EVP_PKEY *key = EVP_RSA_gen((unsigned)bits);
  ULONG answered = key ? write_key(container, "signing.pem", key) : FAILED;
  if (answered == OK) rsa_blob(key, blob);
  EVP_PKEY_free(key);
  return answered;
}

ULONG export_public_key(HANDLE handle, BOOL signs, BYTE *octets, ULONG *size) {
  struct object *container;
  ECCPUBLICKEYBLOB sm2;
  RSAPUBLICKEYBLOB rsa;
  ULONG found = find_object(handle, CONTAINER, &container);
  if (found) return found;
  EVP_PKEY *key = read_key(container, signs ? "signing.pem" : "encryption.pem");
  if (!key) return KEY_NOT_FOUND;
  int by_sm2 = is_sm2(key);
  if (by_sm2) public_blob(key, &sm2);
  else rsa_blob(key, &rsa);
  EVP_PKEY_free(key);
  return by_sm2 ? answer(octets, size, &sm2, sizeof sm2) : answer(octets, size, &rsa, sizeof rsa);
}

static int sign_digest(EVP_PKEY *key, const BYTE *digest, size_t length, BYTE *der, size_t *room) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(0, key, 0);
  int done = EVP_PKEY_sign_init(context) > 0 && EVP_PKEY_sign(context, der, room, digest, length) > 0;
  EVP_PKEY_CTX_free(context);
  return done;
}

/* What `message-mode` does: preprocessing and SM3 on the token, against the standard. */
static int sign_message(EVP_PKEY *key, const BYTE *text, size_t length, BYTE *der, size_t *room) {
  const OSSL_PARAM parameters[] = {
    OSSL_PARAM_octet_string(OSSL_PKEY_PARAM_DIST_ID, identity, sizeof identity - 1), OSSL_PARAM_END};
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  int done = EVP_DigestSignInit_ex(context, 0, "SM3", 0, 0, key, parameters) > 0 &&
             EVP_DigestSign(context, der, room, text, length) > 0;
  EVP_MD_CTX_free(context);
  return done;
}

static ULONG split_signature(const BYTE *der, size_t length, ECCSIGNATUREBLOB *blob) {
  const BYTE *from = der;
  ECDSA_SIG *signature = d2i_ECDSA_SIG(0, &from, (long)length);
  if (!signature) return FAILED;
  memset(blob, 0, sizeof *blob);
  BN_bn2binpad(ECDSA_SIG_get0_r(signature), blob->r + 32, 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature), blob->s + 32, 32);
  ECDSA_SIG_free(signature);
  return OK;
}

ULONG sign_sm2(HANDLE handle, BYTE *octets, ULONG length, ECCSIGNATUREBLOB *blob) {
  struct object *container;
  BYTE der[128];
  size_t room = sizeof der;
  int hashes = is_odd("message-mode");
  ULONG found = find_logged_in(handle, CONTAINER, &container);
  if (found) return found;
  if (!hashes && length != 32) return INPUT_LENGTH;
  EVP_PKEY *key = read_key(container, "signing.pem");
  if (!key || !is_sm2(key)) {
    EVP_PKEY_free(key);
    return KEY_NOT_FOUND;
  }
  int done = hashes ? sign_message(key, octets, length, der, &room) : sign_digest(key, octets, length, der, &room);
  EVP_PKEY_free(key);
  return done ? split_signature(der, room, blob) : FAILED;
}

/* PKCS#1 v1.5 padding around what is given: a DigestInfo, from whoever follows the standard. */
ULONG sign_rsa(HANDLE handle, BYTE *octets, ULONG length, BYTE *signature, ULONG *size) {
  struct object *container;
  BYTE made[256];
  size_t room = sizeof made;
  ULONG found = find_logged_in(handle, CONTAINER, &container);
  if (found) return found;
  EVP_PKEY *key = read_key(container, "signing.pem");
  if (!key || is_sm2(key)) {
    EVP_PKEY_free(key);
    return KEY_NOT_FOUND;
  }
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(0, key, 0);
  int done = EVP_PKEY_sign_init(context) > 0 && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0 &&
             EVP_PKEY_sign(context, made, &room, octets, length) > 0;
  EVP_PKEY_CTX_free(context);
  EVP_PKEY_free(key);
  return done ? answer(signature, size, made, (ULONG)room) : INPUT_LENGTH;
}
