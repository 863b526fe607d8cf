/*
 * A PKCS#11 module written from nothing, with one token and one certificate, that answers as a careless vendor's might.
 * For tests, on 64-bit Linux.
 *
 *   ODD_CERTIFICATE   file: CKA_VALUE of the certificate
 *   ODD_OBJECTS       how many certificates there are (1)
 *   ODD_ACTION        what it does otherwise than it should:
 *     load-crash load-hang      when it is loaded
 *     null-list                 C_GetFunctionList answers CKR_OK and no list
 *     value-unavailable         CK_UNAVAILABLE_INFORMATION as length, with CKR_OK
 *     value-huge                says that a value has 2^40 octets
 *     value-shrinks             says 4096 octets longer than what it writes then
 *     value-grows               says one octet, and wants more when it is to write
 *     value-empty               has a value of no octets
 *     find-too-many             says it found more than there was room for
 *     find-endless              always finds another object
 *     find-same                 always finds the same object
 *     slots-vanish              says three slots, and then none
 *     token-text                fills every field of CK_TOKEN_INFO with octets that are no text
 *     labels                    has a label of a megabyte
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NULL_PTR 0
#include "pkcs11.h"

static CK_BYTE value[1 << 21], label[1 << 20];
static CK_ULONG value_length, objects = 1, found, wanted_class;

static int is(const char *action) {
  const char *given = getenv("ODD_ACTION");
  return given && !strcmp(given, action);
}

__attribute__((constructor)) static void when_loaded(void) {
  if (is("load-crash")) abort();
  if (is("load-hang")) for (;;) pause();
}

static CK_RV initialise(void *arguments) {
  (void)arguments;
  const char *path = getenv("ODD_CERTIFICATE"), *many = getenv("ODD_OBJECTS");
  FILE *file = path ? fopen(path, "rb") : 0;
  if (file) value_length = fread(value, 1, sizeof value, file), fclose(file);
  if (many) objects = strtoul(many, 0, 10);
  memset(label, 'L', sizeof label);
  return CKR_OK;
}

static CK_RV slot_list(CK_BBOOL present, CK_SLOT_ID *slots, CK_ULONG *count) {
  (void)present;
  CK_ULONG total = is("slots-vanish") ? (slots ? 0 : 3) : 1;
  if (slots && *count < total) return *count = total, CKR_BUFFER_TOO_SMALL;
  for (CK_ULONG i = 0; slots && i < total; i++) slots[i] = i;
  *count = total;
  return CKR_OK;
}

static CK_RV token_info(CK_SLOT_ID slot, CK_TOKEN_INFO *info) {
  memset(info, 0, sizeof *info);
  memset(info->label, is("token-text") ? 0xff : ' ', 32 + 32 + 16 + 16);
  if (!is("token-text")) {
    memcpy(info->label, "odd", 3);
    char serial[17];
    snprintf(serial, sizeof serial, "%016lu", slot);
    memcpy(info->serialNumber, serial, 16);
  }
  info->flags = CKF_TOKEN_INITIALIZED | CKF_USER_PIN_INITIALIZED;
  info->ulMaxPinLen = 16;
  return CKR_OK;
}

static CK_RV open_session(CK_SLOT_ID slot, CK_FLAGS flags, void *application, CK_NOTIFY notify, CK_SESSION_HANDLE *session) {
  (void)flags, (void)application, (void)notify;
  *session = slot + 1;
  return CKR_OK;
}

static CK_RV close_session(CK_SESSION_HANDLE session) { return (void)session, CKR_OK; }

static CK_RV find_init(CK_SESSION_HANDLE session, CK_ATTRIBUTE *template, CK_ULONG count) {
  (void)session;
  found = 0;
  wanted_class = count ? *(CK_ULONG *)template->pValue : CKO_CERTIFICATE;
  return CKR_OK;
}

static CK_RV find(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE *handles, CK_ULONG room, CK_ULONG *count) {
  (void)session;
  CK_ULONG total = wanted_class == CKO_CERTIFICATE ? objects : 0;
  if (is("find-endless") || is("find-same")) total = ~0UL;
  for (*count = 0; *count < room && found < total; found++) handles[(*count)++] = is("find-same") ? 7 : found + 1;
  if (is("find-too-many") && *count) *count = room + 1000;
  return CKR_OK;
}

static CK_RV find_final(CK_SESSION_HANDLE session) { return (void)session, CKR_OK; }

static CK_RV give(CK_ATTRIBUTE *attribute, const void *bytes, CK_ULONG length) {
  int is_value = attribute->type == CKA_VALUE, asks = !attribute->pValue;
  if (is_value && is("value-unavailable")) return attribute->ulValueLen = CK_UNAVAILABLE_INFORMATION, CKR_OK;
  if (is_value && is("value-huge")) return attribute->ulValueLen = 1UL << 40, CKR_OK;
  if (is_value && is("value-shrinks") && asks) return attribute->ulValueLen = length + 4096, CKR_OK;
  if (is_value && is("value-grows") && asks) return attribute->ulValueLen = 1, CKR_OK;
  if (is_value && is("value-empty")) length = 0;
  if (!asks && attribute->ulValueLen < length) return attribute->ulValueLen = ~0UL, CKR_BUFFER_TOO_SMALL;
  if (!asks) memcpy(attribute->pValue, bytes, length);
  attribute->ulValueLen = length;
  return CKR_OK;
}

static CK_RV attributes(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *asked, CK_ULONG count) {
  (void)session;
  CK_RV result = CKR_OK;
  for (CK_ULONG i = 0; i < count; i++) {
    CK_ULONG length = is("labels") ? sizeof label : 3;
    CK_RV rv = asked[i].type == CKA_VALUE   ? give(asked + i, value, value_length)
               : asked[i].type == CKA_LABEL ? give(asked + i, label, length)
               : asked[i].type == CKA_ID    ? give(asked + i, &object, sizeof object)
                                            : (asked[i].ulValueLen = ~0UL, CKR_ATTRIBUTE_TYPE_INVALID);
    if (rv != CKR_OK) result = rv;
  }
  return result;
}

static CK_RV unsupported(void) { return CKR_FUNCTION_NOT_SUPPORTED; }

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR result) {
  static CK_FUNCTION_LIST list = {.version = {2, 40}};
#define F(name, count) list.name = (CK_##name)(void *)unsupported;
#define S F
#include "../pkcs11-forwarder/functions.h"
  list.C_Initialize = initialise;
  list.C_GetSlotList = slot_list;
  list.C_GetTokenInfo = token_info;
  list.C_OpenSession = open_session;
  list.C_CloseSession = close_session;
  list.C_FindObjectsInit = find_init;
  list.C_FindObjects = find;
  list.C_FindObjectsFinal = find_final;
  list.C_GetAttributeValue = attributes;
  list.C_GetFunctionList = C_GetFunctionList;
  *result = is("null-list") ? 0 : &list;
  return CKR_OK;
}
