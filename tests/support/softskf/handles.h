/* What an application of the library has open. A handle is a number that is given once, so one that was closed is known. */
#ifndef HANDLES_H
#define HANDLES_H
#include "skf.h"

/* Room for a name and its end mark; names on a file system have 255 octets. */
#define NAME 256

enum kind { NOTHING, DEVICE, APPLICATION, CONTAINER, SESSION_KEY };

struct object {
  enum kind kind;
  uintptr_t number;
  char device[NAME], application[NAME], container[NAME];
  /* Which time the device was plugged in when it was connected: see store.h. */
  char plugging[NAME];
  /* The file that SKF_LockDev holds, or -1. */
  int lock;
  BYTE key[16], iv[16];
  ULONG algorithm;
};

/* Keeps a copy of it. */
ULONG open_object(struct object object, HANDLE *handle);
/* Answers with INVALID_HANDLE for what is no open object of this kind, DEVICE_REMOVED where its device is gone. */
ULONG find_object(HANDLE handle, enum kind kind, struct object **object);
/* Also where its device is gone. */
ULONG close_object(HANDLE handle, enum kind kind);
/* Device of whatever this handle is, or 0. */
const char *device_of(HANDLE handle);
/* Forgets every object of every device but this one. */
void break_other_devices(const char *device);

#endif
