/*
 * What is on the keys, as files, so that a test can put it there and look at it with other programs:
 *
 *   $SOFTSKF_STORE/devices/<name>/serial, label       texts
 *                                /absent              while it exists the key is pulled
 *                                /plugging            another text each time the key is pulled
 *                                /room                "<containers> <octets>", where it is not the usual room
 *                                /lock                held (flock) by whoever called SKF_LockDev
 *                                /applications/<name>/pins
 *                                                    /open     while somebody is logged in
 *                                                    /containers/<name>/{signing,encryption}.{pem,cer}
 *
 * Names that begin with a dot are not listed: so a file or container comes and goes in one step, by renaming.
 */
#ifndef STORE_H
#define STORE_H
#include "handles.h"

#define PATH 4096

void device_path(char *path, const char *device, const char *leaf);
void application_path(char *path, const struct object *object, const char *leaf);
void container_path(char *path, const struct object *object, const char *leaf);
int exists(const char *path);
/* Answers with the length, or -1. Where there is room, a 0 is put behind. */
long read_file(const char *path, void *octets, long room);
int write_file(const char *path, const void *octets, long length);
int count_names(const char *folder);
/* Octets under a folder, in all its files. */
long size_of(const char *folder);
/* By the two-step convention: no buffer asks for the length. */
ULONG answer(void *to, ULONG *size, const void *octets, ULONG length);
/* The names in a folder, each with a 0 behind, and another 0 at the end; *list is to be freed. */
ULONG read_names(const char *folder, char **list);

int is_absent(const char *device);
void read_plugging(const char *device, char *plugging);
/* Pulls this key, or all of them. */
void pull(const char *device);

#endif
