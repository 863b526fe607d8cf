/*
 * Preloaded into a process, kills it at its nth ftruncate() (KILL_AT_TRUNCATE): SoftHSM writes its objects between two of
 * them, so this is a power cut in the middle of a key generation. Counts them into a file (TRUNCATE_COUNT), one octet each.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void count(void) {
  static int counted = -1;
  const char *path = getenv("TRUNCATE_COUNT");
  if (!path) return;
  if (counted < 0) counted = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (write(counted, ".", 1) != 1) abort();
}

int ftruncate(int file, off_t length) {
  static int calls;
  const char *nth = getenv("KILL_AT_TRUNCATE");
  count();
  if (nth && ++calls == atoi(nth)) kill(getpid(), SIGKILL);
  return (int)syscall(SYS_ftruncate, file, length);
}
