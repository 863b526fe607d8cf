/* What the module can do, behind its exported names (exports.c). Answers are those of GM/T 0016. */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H
#include "handles.h"

ULONG wait_for_device(LPSTR name, ULONG *size, ULONG *event);
ULONG cancel_waiting(void);
ULONG enum_devices(BOOL present, LPSTR list, ULONG *size);
ULONG connect_device(LPSTR name, HANDLE *handle);
ULONG disconnect_device(HANDLE device);
ULONG device_state(LPSTR name, ULONG *state);
ULONG device_info(HANDLE device, DEVINFO *told);
ULONG lock_device(HANDLE device, ULONG milliseconds);
ULONG unlock_device(HANDLE device);

ULONG enum_applications(HANDLE device, LPSTR list, ULONG *size);
ULONG open_application(HANDLE device, LPSTR name, HANDLE *opened);
ULONG close_application(HANDLE application);
ULONG pin_info(HANDLE application, ULONG type, ULONG *tries, ULONG *left, BOOL *is_first);
ULONG verify_pin(HANDLE application, ULONG type, LPSTR text, ULONG *left);
ULONG change_pin(HANDLE application, ULONG type, LPSTR old, LPSTR new, ULONG *left);
ULONG unblock_pin(HANDLE application, LPSTR administrator, LPSTR new, ULONG *left);
ULONG clear_secure_state(HANDLE application);

ULONG enum_containers(HANDLE application, LPSTR list, ULONG *size);
ULONG create_container(HANDLE application, LPSTR name, HANDLE *opened);
ULONG open_container(HANDLE application, LPSTR name, HANDLE *opened);
ULONG close_container(HANDLE container);
ULONG delete_container(HANDLE application, LPSTR name);
ULONG container_type(HANDLE container, ULONG *type);
ULONG import_certificate(HANDLE container, BOOL signs, BYTE *octets, ULONG length);
ULONG export_certificate(HANDLE container, BOOL signs, BYTE *octets, ULONG *size);

ULONG generate_sm2(HANDLE container, ULONG algorithm, ECCPUBLICKEYBLOB *blob);
ULONG generate_rsa(HANDLE container, ULONG bits, RSAPUBLICKEYBLOB *blob);
ULONG export_public_key(HANDLE container, BOOL signs, BYTE *octets, ULONG *size);
ULONG sign_sm2(HANDLE container, BYTE *octets, ULONG length, ECCSIGNATUREBLOB *blob);
ULONG sign_rsa(HANDLE container, BYTE *octets, ULONG length, BYTE *signature, ULONG *size);

ULONG import_sm2_pair(HANDLE container, const ENVELOPEDKEYBLOB *blob);
ULONG import_session_key(HANDLE container, ULONG algorithm, BYTE *wrapped, ULONG length, HANDLE *opened);
ULONG begin_decryption(HANDLE key, BLOCKCIPHERPARAM parameters);
ULONG decrypt(HANDLE key, BYTE *octets, ULONG length, BYTE *plaintext, ULONG *size);
ULONG close_key(HANDLE key);

/* Among the parts of the module themselves. */
int is_logged_in(const struct object *object);
ULONG find_logged_in(HANDLE handle, enum kind kind, struct object **object);
/* How many containers and octets the device holds at most, and octets held now. */
void read_room(const struct object *object, long *containers, long *octets, long *used);
int has_room(const struct object *object, long octets);

#endif
