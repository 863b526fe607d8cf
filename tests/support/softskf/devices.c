#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "faults.h"
#include "functions.h"
#include "store.h"

enum { MOST_DEVICES = 64, USUAL_CONTAINERS = 1000, USUAL_OCTETS = 256 * 1024 };

static ULONG devices(BOOL present, char **list) {
  char folder[PATH], *names;
  device_path(folder, "", "");
  read_names(folder, &names);
  *list = calloc(MOST_DEVICES + 1, NAME);
  ULONG length = 0;
  for (char *name = names; *name && length < (MOST_DEVICES - 1) * NAME; name += strlen(name) + 1) {
    if (present && is_absent(name)) continue;
    strcpy(*list + length, name);
    length += (ULONG)strlen(name) + 1;
  }
  free(names);
  return length ? length + 1 : 2;
}

ULONG enum_devices(BOOL present, LPSTR list, ULONG *size) {
  char *names;
  ULONG length = devices(present, &names), answered = answer(list, size, names, length);
  free(names);
  return answered;
}

ULONG connect_device(LPSTR name, HANDLE *handle) {
  struct object device = {.kind = DEVICE, .lock = -1};
  if (!name || !handle || !*name || strlen(name) >= NAME || strchr(name, '/')) return INVALID_PARAMETER;
  if (is_absent(name)) return DEVICE_REMOVED;
  strcpy(device.device, name);
  read_plugging(name, device.plugging);
  if (is_odd("global-context")) break_other_devices(name);
  return open_object(device, handle);
}

/* A login outlives its connection: only SKF_ClearSecureState ends it. */
ULONG disconnect_device(HANDLE handle) { return close_object(handle, DEVICE); }

ULONG device_state(LPSTR name, ULONG *state) {
  if (!name || !state) return INVALID_PARAMETER;
  *state = is_absent(name) ? 0 : 1;
  return OK;
}

void read_room(const struct object *object, long *containers, long *octets, long *used) {
  char path[PATH], text[64];
  *containers = USUAL_CONTAINERS;
  *octets = USUAL_OCTETS;
  device_path(path, object->device, "room");
  if (read_file(path, text, sizeof text) > 0) sscanf(text, "%ld %ld", containers, octets);
  device_path(path, object->device, "applications");
  *used = size_of(path);
}

static void read_text(const struct object *object, const char *leaf, char *text, size_t room) {
  char path[PATH], whole[NAME];
  device_path(path, object->device, leaf);
  if (read_file(path, whole, sizeof whole) < 0) whole[0] = 0;
  whole[strcspn(whole, "\n")] = 0;
  snprintf(text, room, "%s", whole);
}

static void describe(const struct object *object, DEVINFO *told) {
  long containers, octets, used;
  memset(told, 0, sizeof *told);
  read_room(object, &containers, &octets, &used);
  told->Version.major = told->HWVersion.major = told->FirmwareVersion.major = 1;
  strcpy(told->Manufacturer, "SoftSKF");
  strcpy(told->Issuer, "SoftSKF tests");
  read_text(object, "label", told->Label, sizeof told->Label);
  read_text(object, "serial", told->SerialNumber, sizeof told->SerialNumber);
  /* One bit for each mode, ECB first: GM/T 0006. */
  told->AlgSymCap = is_odd("no-sm4") ? 0x101 : 0x401 | SM4_CBC;
  told->AlgAsymCap = 0x30700;
  told->AlgHashCap = 7;
  told->DevAuthAlgId = SM4_ECB;
  told->TotalSpace = (ULONG)octets;
  told->FreeSpace = (ULONG)(used < octets ? octets - used : 0);
  told->MaxECCBufferSize = 256;
  told->MaxBufferSize = 4096;
}

ULONG device_info(HANDLE handle, DEVINFO *told) {
  struct object *object;
  DEVINFO whole;
  ULONG found = find_object(handle, DEVICE, &object);
  if (found) return found;
  if (!told) return INVALID_PARAMETER;
  describe(object, &whole);
  size_t left_out = is_odd("devinfo-286") ? 2 * sizeof(ULONG) : 0;
  size_t before = (size_t)((char *)&whole.MaxECCBufferSize - (char *)&whole);
  memcpy(told, &whole, before);
  memcpy((char *)told + before, (char *)&whole + before + left_out, sizeof whole - before - left_out);
  return OK;
}

ULONG lock_device(HANDLE handle, ULONG milliseconds) {
  struct object *object;
  char path[PATH];
  ULONG found = find_object(handle, DEVICE, &object);
  if (found) return found;
  if (is_odd("no-lockdev")) return NOT_SUPPORTED;
  device_path(path, object->device, "lock");
  if (object->lock < 0) object->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  for (ULONG waited = 0;; waited += 5) {
    if (flock(object->lock, LOCK_EX | LOCK_NB) == 0) return OK;
    if (milliseconds != 0xFFFFFFFFu && waited >= milliseconds) return TIMED_OUT;
    usleep(5000);
  }
}

ULONG unlock_device(HANDLE handle) {
  struct object *object;
  ULONG found = find_object(handle, DEVICE, &object);
  if (found) return found;
  if (is_odd("no-lockdev")) return NOT_SUPPORTED;
  if (object->lock < 0) return FAILED;
  close(object->lock);
  object->lock = -1;
  return OK;
}

static volatile int is_cancelled;

ULONG cancel_waiting(void) {
  is_cancelled = 1;
  return OK;
}

/* The name of the device that is in one list and not in the other, or 0. */
static const char *difference(const char *one, const char *other) {
  for (; *one; one += strlen(one) + 1) {
    const char *name = other;
    while (*name && strcmp(name, one)) name += strlen(name) + 1;
    if (!*name) return one;
  }
  return 0;
}

ULONG wait_for_device(LPSTR name, ULONG *size, ULONG *event) {
  char *before, *now;
  ULONG answered = FAILED;
  devices(1, &before);
  is_cancelled = 0;
  while (!is_cancelled && answered == FAILED) {
    devices(1, &now);
    const char *came = difference(now, before), *went = difference(before, now), *which = came ? came : went;
    if (which) {
      *event = came ? 1 : 2;
      answered = answer(name, size, which, (ULONG)strlen(which) + 1);
    }
    free(now);
    let_others_in();
    usleep(20000);
    take_turn();
  }
  free(before);
  return answered;
}
