#define _GNU_SOURCE
#include "store.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "faults.h"

static const char *store(void) {
  const char *folder = getenv("SOFTSKF_STORE");
  return folder ? folder : "/nonexistent";
}

void device_path(char *path, const char *device, const char *leaf) {
  snprintf(path, PATH, "%s/devices/%s/%s", store(), device, leaf);
}

void application_path(char *path, const struct object *object, const char *leaf) {
  snprintf(path, PATH, "%s/devices/%s/applications/%s/%s", store(), object->device, object->application, leaf);
}

void container_path(char *path, const struct object *object, const char *leaf) {
  char inside[2 * NAME + 32];
  snprintf(inside, sizeof inside, "containers/%s%s%s", object->container, *leaf ? "/" : "", leaf);
  application_path(path, object, inside);
}

int exists(const char *path) { return access(path, F_OK) == 0; }

long read_file(const char *path, void *octets, long room) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  long length = read(file, octets, (size_t)room);
  close(file);
  if (length >= 0 && length < room) ((char *)octets)[length] = 0;
  return length;
}

int write_file(const char *path, const void *octets, long length) {
  char unfinished[PATH + 32];
  const char *leaf = strrchr(path, '/') + 1;
  snprintf(unfinished, sizeof unfinished, "%.*s.%s.%d", (int)(leaf - path), path, leaf, getpid());
  int file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return -1;
  long written = write(file, octets, (size_t)length);
  close(file);
  return written == length ? rename(unfinished, path) : -1;
}

static int is_shown(const struct dirent *entry) { return entry->d_name[0] != '.'; }

int count_names(const char *folder) {
  struct dirent **entries = 0;
  int count = scandir(folder, &entries, is_shown, 0);
  for (int each = 0; each < count; each++) free(entries[each]);
  free(entries);
  return count < 0 ? 0 : count;
}

static long total;
static int add_size(const char *path, const struct stat *status, int type, struct FTW *walk) {
  (void)path, (void)walk;
  if (type == FTW_F) total += status->st_size;
  return 0;
}

long size_of(const char *folder) {
  total = 0;
  nftw(folder, add_size, 8, FTW_PHYS);
  return total;
}

ULONG answer(void *to, ULONG *size, const void *octets, ULONG length) {
  if (!size) return INVALID_PARAMETER;
  ULONG room = *size;
  *size = length;
  if (!to) return OK;
  if (room < length) return is_odd("enum-small") ? OK : BUFFER_TOO_SMALL;
  memcpy(to, octets, length);
  return OK;
}

ULONG read_names(const char *folder, char **list) {
  struct dirent **entries = 0;
  int count = scandir(folder, &entries, is_shown, alphasort);
  ULONG length = 0;
  *list = calloc((size_t)(count < 0 ? 0 : count) + 2, NAME);
  for (int each = 0; each < count; each++) {
    strcpy(*list + length, entries[each]->d_name);
    length += (ULONG)strlen(entries[each]->d_name) + 1;
    free(entries[each]);
  }
  free(entries);
  return length ? length + 1 : 2;
}

int is_absent(const char *device) {
  char path[PATH];
  device_path(path, device, "serial");
  if (!exists(path)) return 1;
  device_path(path, device, "absent");
  return exists(path);
}

void read_plugging(const char *device, char *plugging) {
  char path[PATH];
  device_path(path, device, "plugging");
  if (read_file(path, plugging, NAME) < 0) plugging[0] = 0;
}

static void pull_one(const char *device) {
  char path[PATH], plugging[NAME];
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  int length = snprintf(plugging, sizeof plugging, "%lld.%09ld", (long long)now.tv_sec, now.tv_nsec);
  device_path(path, device, "absent");
  write_file(path, "", 0);
  device_path(path, device, "plugging");
  write_file(path, plugging, length);
}

void pull(const char *device) {
  char path[PATH], *names;
  if (device) return pull_one(device);
  snprintf(path, sizeof path, "%s/devices", store());
  read_names(path, &names);
  for (char *name = names; *name; name += strlen(name) + 1) pull_one(name);
  free(names);
}
