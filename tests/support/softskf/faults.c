#define _GNU_SOURCE
#include "faults.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store.h"

enum { MOST_NAMES = 128, TEXT = 512 };
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static struct { const char *name; unsigned long made; } calls[MOST_NAMES];
static unsigned long since_login;
static char oddities[TEXT];
static int wrong_pin;

void let_others_in(void) { pthread_mutex_unlock(&turn); }
void take_turn(void) { pthread_mutex_lock(&turn); }
int pin_counts_as_wrong(void) { return wrong_pin; }

/* The names are literals of exports.c: each has one address. */
static unsigned long count(const char *name) {
  int place = 0;
  while (place < MOST_NAMES - 1 && calls[place].name && strcmp(calls[place].name, name)) place++;
  calls[place].name = name;
  if (since_login || !strcmp(name, "SKF_VerifyPIN")) since_login++;
  return ++calls[place].made;
}

static void write_down(const char *name) {
  static int file = -1;
  const char *path = getenv("SOFTSKF_COUNT");
  char line[64];
  if (!path) return;
  if (file < 0) file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  /* One write per call: what was counted stays counted when the process is killed. */
  int length = snprintf(line, sizeof line, "%s\n", name);
  if (write(file, line, (size_t)length) != length) abort();
}

static const char *setting(const char *variable, char *text) {
  const char *given = getenv(variable);
  text[0] = 0;
  if (given && given[0] == '@') read_file(given + 1, text, TEXT);
  else if (given) snprintf(text, TEXT, "%s", given);
  text[TEXT - 1] = 0;
  return text;
}

int is_odd(const char *oddity) {
  size_t length = strlen(oddity);
  for (const char *found = oddities; (found = strstr(found, oddity)); found += length) {
    int begins = found == oddities || found[-1] == ',';
    if (begins && (found[length] == 0 || found[length] == ',' || found[length] == '\n')) return 1;
  }
  return 0;
}

static void refuse(struct call *call, ULONG answer) {
  call->is_refused = 1;
  call->answer = answer;
}

static int takes_pin(const char *name) {
  return !strcmp(name, "SKF_VerifyPIN") || !strcmp(name, "SKF_ChangePIN") || !strcmp(name, "SKF_UnblockPIN");
}

static void end_process(const char *action) {
  if (!strcmp(action, "hang")) for (;;) pause();
  if (!strcmp(action, "abort")) abort();
  if (!strcmp(action, "segv")) raise(SIGSEGV);
  if (!strcmp(action, "kill")) kill(getpid(), SIGKILL);
}

static void strike(struct call *call, HANDLE handle, const char *action) {
  end_process(action);
  if (!strncmp(action, "delay=", 6)) usleep((useconds_t)(atof(action + 6) * 1000));
  if (!strncmp(action, "rv=", 3)) refuse(call, (ULONG)strtoul(action + 3, 0, 0));
  if (!strcmp(action, "lie")) refuse(call, OK);
  if (!strcmp(action, "no-room")) refuse(call, NO_ROOM);
  if (!strcmp(action, "removed")) {
    pull(device_of(handle));
    refuse(call, DEVICE_REMOVED);
  }
  if (!strcmp(action, "wrong-pin")) {
    if (takes_pin(call->name)) wrong_pin = 1;
    else refuse(call, PIN_INCORRECT);
  }
  if (!strncmp(action, "after=", 6)) {
    call->is_misreported = 1;
    call->answer = (ULONG)strtoul(action + 6, 0, 0);
  }
  if (!strcmp(action, "hang-after")) call->hangs_after = 1;
  if (!strcmp(action, "kill-after")) call->is_killed_after = 1;
}

/* Strikes once, however often a worker is started anew. */
static void forget_fault(void) {
  const char *given = getenv("SOFTSKF_FAULT");
  if (given && given[0] == '@') unlink(given + 1);
}

static void break_call(struct call *call, HANDLE handle, unsigned long nth) {
  char text[TEXT], *rest = text, *fault;
  setting("SOFTSKF_FAULT", text);
  text[strcspn(text, "\n")] = 0;
  while ((fault = strsep(&rest, ";"))) {
    char *name = strsep(&fault, ":"), *number = strsep(&fault, ":");
    if (!number || !fault) continue;
    unsigned long wanted = strtoul(number, 0, 10);
    if (!strcmp(name, "#") && since_login && wanted == since_login) {
      forget_fault();
      strike(call, handle, fault);
    } else if (!strcmp(name, call->name) && (wanted == 0 || wanted == nth)) {
      strike(call, handle, fault);
    }
  }
}

struct call begin(const char *name, HANDLE handle) {
  const char *latency = getenv("SOFTSKF_LATENCY_US");
  struct call call = {.name = name};
  take_turn();
  write_down(name);
  unsigned long nth = count(name);
  if (latency) usleep((useconds_t)atol(latency));
  wrong_pin = 0;
  setting("SOFTSKF_ODD", oddities);
  break_call(&call, handle, nth);
  return call;
}

ULONG finish(const struct call *call, ULONG answer) {
  if (call->is_killed_after) kill(getpid(), SIGKILL);
  if (call->hangs_after) for (;;) pause();
  if (call->is_misreported) answer = call->answer;
  if (answer >= BUFFER_TOO_SMALL && is_odd("shifted-codes")) answer += 0x10;
  let_others_in();
  return answer;
}
