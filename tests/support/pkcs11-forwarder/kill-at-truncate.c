/*
 * Preloaded into a process, kills it at its nth ftruncate() (KILL_AT_TRUNCATE): SoftHSM writes its objects between two of
 * them, so this is a power cut in the middle of a key generation.
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

int ftruncate(int file, off_t length) {
  static int calls;
  const char *nth = getenv("KILL_AT_TRUNCATE");
  if (nth && ++calls == atoi(nth)) kill(getpid(), SIGKILL);
  return (int)syscall(SYS_ftruncate, file, length);
}
