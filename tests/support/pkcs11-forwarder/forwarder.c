/*
 * A PKCS#11 module that passes every call on to another one, and counts, delays, refuses or breaks it. For tests, on
 * 64-bit Linux: every parameter of Cryptoki is as wide as a register there, so a function is forwarded by how many
 * parameters it has.
 *
 *   FORWARDER_MODULE       path of the real module
 *   FORWARDER_COUNT        file: one line per call, "C_Name", written when the call begins
 *   FORWARDER_FAULT        "C_Name:n:action[;...]", n = nth call of it in this process (0: every call);
 *                          action: hang, abort, segv, kill, delay=MS, rv=CODE (instead of the call), after=CODE (the
 *                          call is made, and answered so); "#:n:action": the nth call of all, counted from the first
 *                          C_Login of this process, once: the file that told it is removed when it strikes;
 *                          "@file": what stands in that file at the time of the call, if it is there
 *   FORWARDER_UNPLUGGED    file: while it exists no slot holds a token
 *   FORWARDER_SWAPPED      file: while it exists the tokens of the first two slots have traded places
 *   FORWARDER_LATENCY_US   what every call takes at least
 *   FORWARDER_PARAMETERS   what C_Initialize gets as its library's own parameters (NSS wants them)
 *
 * Sessions die whenever a token is plugged, pulled or swapped, as they do on a real one.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NULL_PTR 0
#include "pkcs11.h"

typedef CK_ULONG W;
_Static_assert(sizeof(W) == sizeof(void *), "parameters are not as wide as registers");

#define F(name, count) I_##name,
#define S F
enum {
#include "functions.h"
  FUNCTIONS
};
#undef F
#define F(name, count) #name,
static const char *names[FUNCTIONS] = {
#include "functions.h"
};
#undef F
#undef S

static CK_FUNCTION_LIST_PTR real;
static CK_FUNCTION_LIST list;
static unsigned long calls[FUNCTIONS], since_login;

static int exists(const char *variable) {
  const char *path = getenv(variable);
  return path && access(path, F_OK) == 0;
}

static CK_ULONG real_slots(CK_SLOT_ID *slots, CK_ULONG room) {
  return real->C_GetSlotList(CK_TRUE, slots, &room) == CKR_OK ? room : 0;
}

static W slot(W id) {
  CK_SLOT_ID slots[16] = {0};
  if (!exists("FORWARDER_SWAPPED") || real_slots(slots, 16) < 2) return id;
  return id == slots[0] ? slots[1] : id == slots[1] ? slots[0] : id;
}

/* Whatever was open in a reader before its token changed is closed. */
static void notice_changes(void) {
  static int last;
  int now = exists("FORWARDER_UNPLUGGED") ? 2 : exists("FORWARDER_SWAPPED");
  if (now == last) return;
  last = now;
  CK_SLOT_ID slots[16];
  for (CK_ULONG count = real_slots(slots, 16); count-- > 0;) real->C_CloseAllSessions(slots[count]);
}

static void count(int function) {
  static int file = -1;
  const char *path = getenv("FORWARDER_COUNT");
  calls[function]++;
  if (since_login || function == I_C_Login) since_login++;
  if (!path) return;
  if (file < 0) file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  /* One write per call: what was counted stays counted when the process is killed. */
  char line[64];
  int length = snprintf(line, sizeof line, "%s\n", names[function]);
  if (write(file, line, (size_t)length) != length) abort();
}

static int refused_when_unplugged(int function, CK_RV *rv) {
  switch (function) {
  case I_C_Initialize: case I_C_Finalize: case I_C_GetInfo: case I_C_GetSlotList: case I_C_GetSlotInfo:
  case I_C_CloseAllSessions: case I_C_WaitForSlotEvent:
    return 0;
  case I_C_GetTokenInfo: case I_C_OpenSession: case I_C_GetMechanismList: case I_C_GetMechanismInfo: case I_C_InitToken:
    *rv = CKR_TOKEN_NOT_PRESENT;
    return 1;
  default:
    *rv = CKR_DEVICE_REMOVED;
    return 1;
  }
}

enum { CALL, REFUSE, CALL_AND_LIE };

/* Does what a fault says: the call is to be made, refused with *rv, or made and answered with *rv. */
static int break_call(const char *action, CK_RV *rv) {
  if (!strcmp(action, "hang")) for (;;) pause();
  if (!strcmp(action, "abort")) abort();
  if (!strcmp(action, "segv")) raise(SIGSEGV);
  if (!strcmp(action, "kill")) kill(getpid(), SIGKILL);
  if (!strncmp(action, "delay=", 6)) usleep((useconds_t)(atof(action + 6) * 1000));
  if (!strncmp(action, "rv=", 3)) {
    *rv = strtoul(action + 3, 0, 0);
    return REFUSE;
  }
  if (!strncmp(action, "after=", 6)) {
    *rv = strtoul(action + 6, 0, 0);
    return CALL_AND_LIE;
  }
  return CALL;
}

/* Strikes once, however often a worker is started anew. */
static void forget_fault(void) {
  const char *given = getenv("FORWARDER_FAULT");
  if (given && given[0] == '@') unlink(given + 1);
}

static const char *faults(char *text, size_t room) {
  const char *given = getenv("FORWARDER_FAULT");
  if (!given || given[0] != '@') return given;
  FILE *file = fopen(given + 1, "r");
  if (!file) return 0;
  text[fread(text, 1, room - 1, file)] = 0;
  fclose(file);
  return text;
}

static int faulty(int function, CK_RV *rv) {
  char text[512], copy[512], *rest = copy, *fault;
  const char *given = faults(text, sizeof text);
  if (!given) return 0;
  snprintf(copy, sizeof copy, "%s", given);
  while ((fault = strsep(&rest, ";"))) {
    char *name = strsep(&fault, ":"), *nth = strsep(&fault, ":");
    if (!nth || !fault) continue;
    unsigned long n = strtoul(nth, 0, 10);
    int of_all = !strcmp(name, "#"), how = CALL;
    if (of_all && n == since_login) {
      forget_fault();
      how = break_call(fault, rv);
    } else if (!strcmp(name, names[function]) && (n == 0 || n == calls[function])) {
      how = break_call(fault, rv);
    }
    if (how != CALL) return how;
  }
  return CALL;
}

/* How the call goes on: see break_call. */
static int before(int function, CK_RV *rv) {
  const char *latency = getenv("FORWARDER_LATENCY_US");
  count(function);
  if (latency) usleep((useconds_t)atol(latency));
  notice_changes();
  if (exists("FORWARDER_UNPLUGGED") && refused_when_unplugged(function, rv)) return REFUSE;
  return faulty(function, rv);
}

static CK_RV initialise(W given) {
  CK_C_INITIALIZE_ARGS arguments = given ? *(CK_C_INITIALIZE_ARGS *)given : (CK_C_INITIALIZE_ARGS){0};
  CK_RV rv;
  if (getenv("FORWARDER_PARAMETERS")) arguments.pReserved = getenv("FORWARDER_PARAMETERS");
  return before(I_C_Initialize, &rv) == REFUSE ? rv : real->C_Initialize(&arguments);
}

static CK_RV no_slots(W tokenPresent, W slots, W pCount) {
  CK_RV rv;
  if (before(I_C_GetSlotList, &rv)) return rv;
  if (!(CK_BBOOL)tokenPresent || !exists("FORWARDER_UNPLUGGED"))
    return real->C_GetSlotList((CK_BBOOL)tokenPresent, (CK_SLOT_ID_PTR)slots, (CK_ULONG_PTR)pCount);
  *(CK_ULONG_PTR)pCount = 0;
  return CKR_OK;
}

#define P1 W a
#define P2 P1, W b
#define P3 P2, W c
#define P4 P3, W d
#define P5 P4, W e
#define P6 P5, W f
#define P7 P6, W g
#define P8 P7, W h
#define A1
#define A2 A1, b
#define A3 A2, c
#define A4 A3, d
#define A5 A4, e
#define A6 A5, f
#define A7 A6, g
#define A8 A7, h
#define FORWARD(name, count, first)                                                                                    \
  static CK_RV forward_##name(P##count) {                                                                              \
    CK_RV lie, rv;                                                                                                     \
    int how = before(I_##name, &lie);                                                                                  \
    if (how == REFUSE) return lie;                                                                                     \
    rv = ((CK_RV(*)(P##count))(void *)real->name)(first A##count);                                                     \
    return how == CALL_AND_LIE ? lie : rv;                                                                             \
  }
#define F(name, count) FORWARD(name, count, a)
#define S(name, count) FORWARD(name, count, slot(a))
#include "functions.h"
#undef F
#undef S

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR result) {
  const char *path = getenv("FORWARDER_MODULE");
  void *module = path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : 0;
  CK_C_GetFunctionList get = module ? (CK_C_GetFunctionList)dlsym(module, "C_GetFunctionList") : 0;
  if (!get || get(&real) != CKR_OK) return CKR_GENERAL_ERROR;
  list.version = real->version;
#define F(name, count) list.name = (CK_##name)(void *)forward_##name;
#define S F
#include "functions.h"
  list.C_Initialize = (CK_C_Initialize)(void *)initialise;
  list.C_GetSlotList = (CK_C_GetSlotList)(void *)no_slots;
  list.C_GetFunctionList = C_GetFunctionList;
  *result = &list;
  return CKR_OK;
}
