#define _GNU_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults.h"
#include "functions.h"
#include "keys.h"
#include "store.h"

enum { MOST_CERTIFICATE = 8192 };

ULONG find_logged_in(HANDLE handle, enum kind kind, struct object **object) {
  ULONG found = find_object(handle, kind, object);
  return found ? found : is_logged_in(*object) ? OK : NOT_LOGGED_IN;
}

int has_room(const struct object *object, long octets) {
  long containers, most, used;
  read_room(object, &containers, &most, &used);
  return used + octets <= most;
}

/* What `stale-list` goes on telling: the first answer for an application. */
static struct { struct object of; char *names; ULONG length; } stale;

ULONG enum_containers(HANDLE handle, LPSTR list, ULONG *size) {
  struct object *application;
  char folder[PATH], *names;
  ULONG found = find_object(handle, APPLICATION, &application);
  if (found) return found;
  application_path(folder, application, "containers");
  ULONG length = read_names(folder, &names);
  if (!stale.names) {
    stale.of = *application;
    stale.names = malloc(length);
    stale.length = length;
    memcpy(stale.names, names, length);
  }
  int is_stale = is_odd("stale-list") && !strcmp(stale.of.device, application->device) &&
                 !strcmp(stale.of.application, application->application);
  ULONG answered = is_stale ? answer(list, size, stale.names, stale.length) : answer(list, size, names, length);
  free(names);
  return answered;
}

static ULONG named(HANDLE handle, const char *name, struct object *container) {
  struct object *application;
  ULONG found = find_object(handle, APPLICATION, &application);
  if (found) return found;
  size_t most = is_odd("names-39") ? 39 : 64;
  if (!name || !*name || *name == '.' || strchr(name, '/')) return INVALID_PARAMETER;
  if (strlen(name) > most) return NAME_LENGTH;
  *container = *application;
  container->kind = CONTAINER;
  strcpy(container->container, name);
  return OK;
}

ULONG create_container(HANDLE handle, LPSTR name, HANDLE *opened) {
  struct object container;
  char path[PATH];
  long most, octets, used;
  ULONG found = named(handle, name, &container);
  if (found) return found;
  if (!is_logged_in(&container)) return NOT_LOGGED_IN;
  read_room(&container, &most, &octets, &used);
  application_path(path, &container, "containers");
  int count = count_names(path);
  container_path(path, &container, "");
  if (exists(path)) return ALREADY_THERE;
  if (count >= most) return NO_ROOM;
  return mkdir(path, 0700) ? FAILED : open_object(container, opened);
}

ULONG open_container(HANDLE handle, LPSTR name, HANDLE *opened) {
  struct object container;
  char path[PATH];
  ULONG found = named(handle, name, &container);
  if (found) return found;
  container_path(path, &container, "");
  return exists(path) ? open_object(container, opened) : NOT_THERE;
}

ULONG close_container(HANDLE handle) { return close_object(handle, CONTAINER); }

/* It is gone in one step, and what is left of it then is no container any more. */
ULONG delete_container(HANDLE handle, LPSTR name) {
  struct object container;
  char path[PATH], gone[PATH], leaf[NAME + 32];
  ULONG found = named(handle, name, &container);
  if (found) return found;
  if (!is_logged_in(&container)) return NOT_LOGGED_IN;
  container_path(path, &container, "");
  snprintf(leaf, sizeof leaf, "containers/.gone-%d-%s", getpid(), name);
  application_path(gone, &container, leaf);
  if (!exists(path)) return NOT_THERE;
  if (rename(path, gone)) return FAILED;
  DIR *folder = opendir(gone);
  for (struct dirent *entry; folder && (entry = readdir(folder));) unlinkat(dirfd(folder), entry->d_name, 0);
  if (folder) closedir(folder);
  return rmdir(gone) ? FAILED : OK;
}

ULONG container_type(HANDLE handle, ULONG *type) {
  struct object *container;
  ULONG found = find_object(handle, CONTAINER, &container);
  if (found) return found;
  EVP_PKEY *key = read_key(container, "signing.pem");
  if (!key) key = read_key(container, "encryption.pem");
  *type = !key ? 0 : is_sm2(key) ? 2 : 1;
  EVP_PKEY_free(key);
  return OK;
}

/* Whatever it is: cards do not read it. */
ULONG import_certificate(HANDLE handle, BOOL signs, BYTE *octets, ULONG length) {
  struct object *container;
  char path[PATH];
  ULONG found = find_logged_in(handle, CONTAINER, &container);
  if (found) return found;
  if (!octets || !length || length > MOST_CERTIFICATE) return INPUT_LENGTH;
  if (!has_room(container, (long)length)) return NO_ROOM;
  container_path(path, container, signs ? "signing.cer" : "encryption.cer");
  return write_file(path, octets, (long)length) ? FAILED : OK;
}

ULONG export_certificate(HANDLE handle, BOOL signs, BYTE *octets, ULONG *size) {
  struct object *container;
  char path[PATH];
  BYTE stored[MOST_CERTIFICATE];
  ULONG found = find_object(handle, CONTAINER, &container);
  if (found) return found;
  container_path(path, container, signs ? "signing.cer" : "encryption.cer");
  long length = read_file(path, stored, sizeof stored);
  return length < 0 ? CERTIFICATE_NOT_FOUND : answer(octets, size, stored, (ULONG)length);
}
