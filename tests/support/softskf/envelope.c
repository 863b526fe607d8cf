/* What comes to a container encrypted: a second key pair, and keys for one message. */
#include <stddef.h>
#include <string.h>

#include "faults.h"
#include "functions.h"
#include "keys.h"
#include "store.h"

enum { SM4_OCTETS = 16, MOST_BLOCKS = 4096 };

static const BYTE nothing[32];

/* The SM4 key inside, or another answer than OK. */
static ULONG open_envelope(const struct object *container, const ECCCIPHERBLOB *cipher, const char *leaf, BYTE *sm4) {
  BYTE plaintext[256];
  EVP_PKEY *key = read_key(container, leaf);
  if (!key) return KEY_NOT_FOUND;
  long length = is_sm2(key) ? decrypt_sm2(key, cipher, plaintext, sizeof plaintext) : -1;
  EVP_PKEY_free(key);
  if (length != SM4_OCTETS) return INPUT_WRONG;
  memcpy(sm4, plaintext, SM4_OCTETS);
  return OK;
}

/* The private key is the last 32 octets of the 64, under SM4 in ECB mode; it has to belong to the public key. */
ULONG import_sm2_pair(HANDLE handle, const ENVELOPEDKEYBLOB *blob) {
  struct object *container;
  BYTE sm4[SM4_OCTETS], secret[32 + SM4_OCTETS];
  ULONG found = find_logged_in(handle, CONTAINER, &container);
  if (found) return found;
  if (!blob || blob->Version != 1 || blob->Bits != 256) return INVALID_PARAMETER;
  if (blob->SymmAlgID != SM4_ECB || is_odd("no-sm4")) return NOT_SUPPORTED;
  found = open_envelope(container, &blob->Cipher, "signing.pem", sm4);
  if (found) return found;
  if (memcmp(blob->EncryptedPriKey, nothing, 32) ||
      decrypt_sm4(EVP_sm4_ecb(), sm4, 0, blob->EncryptedPriKey + 32, 32, secret) != 32)
    return INPUT_WRONG;
  EVP_PKEY *key = make_pair(secret, blob->PubKey.X + 32, blob->PubKey.Y + 32);
  OPENSSL_cleanse(secret, sizeof secret);
  ULONG answered = key ? write_key(container, "encryption.pem", key) : INPUT_WRONG;
  EVP_PKEY_free(key);
  return answered;
}

ULONG import_session_key(HANDLE handle, ULONG algorithm, BYTE *wrapped, ULONG length, HANDLE *opened) {
  struct object *container, key;
  const ECCCIPHERBLOB *cipher = (const ECCCIPHERBLOB *)wrapped;
  ULONG found = find_logged_in(handle, CONTAINER, &container);
  if (found) return found;
  if ((algorithm != SM4_ECB && algorithm != SM4_CBC) || is_odd("no-sm4")) return NOT_SUPPORTED;
  size_t head = offsetof(ECCCIPHERBLOB, Cipher);
  if (!wrapped || length < head || cipher->CipherLen > length - head) return INPUT_LENGTH;
  key = *container;
  key.kind = SESSION_KEY;
  key.algorithm = algorithm;
  found = open_envelope(container, cipher, "encryption.pem", key.key);
  return found ? found : open_object(key, opened);
}

ULONG begin_decryption(HANDLE handle, BLOCKCIPHERPARAM parameters) {
  struct object *key;
  ULONG found = find_object(handle, SESSION_KEY, &key);
  if (found) return found;
  if (parameters.PaddingType != 0) return NOT_SUPPORTED;
  memcpy(key->iv, parameters.IV, sizeof key->iv);
  return OK;
}

ULONG decrypt(HANDLE handle, BYTE *octets, ULONG length, BYTE *plaintext, ULONG *size) {
  struct object *key;
  BYTE plain[MOST_BLOCKS + SM4_OCTETS];
  ULONG found = find_object(handle, SESSION_KEY, &key);
  if (found) return found;
  if (!octets || !length || length > MOST_BLOCKS || length % SM4_OCTETS) return INPUT_LENGTH;
  const EVP_CIPHER *cipher = key->algorithm == SM4_CBC ? EVP_sm4_cbc() : EVP_sm4_ecb();
  int made = decrypt_sm4(cipher, key->key, key->iv, octets, (int)length, plain);
  return made < 0 ? FAILED : answer(plaintext, size, plain, (ULONG)made);
}

ULONG close_key(HANDLE handle) { return close_object(handle, SESSION_KEY); }
