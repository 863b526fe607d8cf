#include "handles.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"
#include "store.h"

enum { MOST = 1024 };
static struct object objects[MOST];
static uintptr_t given;

/* No handle is small enough to be taken for an index, or for null. */
static uintptr_t number_at(int place) { return 0x10000 + ++given * MOST + (uintptr_t)place; }

ULONG open_object(struct object object, HANDLE *handle) {
  for (int place = 0; place < MOST; place++) {
    if (objects[place].kind != NOTHING) continue;
    objects[place] = object;
    objects[place].number = number_at(place);
    *handle = (HANDLE)objects[place].number;
    return OK;
  }
  return FAILED;
}

static struct object *any_object(HANDLE handle) {
  struct object *object = &objects[(uintptr_t)handle % MOST];
  return object->kind != NOTHING && object->number == (uintptr_t)handle ? object : 0;
}

static struct object *object_of_kind(HANDLE handle, enum kind kind) {
  struct object *object = any_object(handle);
  if (object && object->kind == kind) return object;
  if (is_odd("crash-on-wrong-handle")) raise(SIGSEGV);
  return 0;
}

ULONG find_object(HANDLE handle, enum kind kind, struct object **object) {
  char plugging[NAME];
  *object = object_of_kind(handle, kind);
  if (!*object) return INVALID_HANDLE;
  if (is_absent((*object)->device)) return DEVICE_REMOVED;
  read_plugging((*object)->device, plugging);
  return strcmp(plugging, (*object)->plugging) ? DEVICE_REMOVED : OK;
}

static void forget(struct object *object) {
  if (object->kind == DEVICE && object->lock >= 0) close(object->lock);
  memset(object, 0, sizeof *object);
}

ULONG close_object(HANDLE handle, enum kind kind) {
  struct object *object = object_of_kind(handle, kind);
  if (!object) return INVALID_HANDLE;
  forget(object);
  return OK;
}

const char *device_of(HANDLE handle) {
  struct object *object = any_object(handle);
  return object ? object->device : 0;
}

void break_other_devices(const char *device) {
  for (int place = 0; place < MOST; place++)
    if (objects[place].kind != NOTHING && strcmp(objects[place].device, device)) forget(&objects[place]);
}
