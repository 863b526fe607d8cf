/*
 * Counts calls, and breaks them on purpose.
 *
 *   SOFTSKF_COUNT       file: one line per call, "SKF_Name", written when the call begins
 *   SOFTSKF_FAULT       "SKF_Name:n:action[;...]", n = nth call of it in this process (0: every call); "#:n:action": the
 *                       nth call of all, counted from the first SKF_VerifyPIN of this process, once: the file that told
 *                       it is removed when it strikes; "@file": what stands in that file, if it is there
 *     instead of the call:      rv=CODE, no-room, removed (its device is pulled, without a handle every device), lie
 *                               (answered with OK), wrong-pin (a PIN counts as wrong; 0x0A000024 of any other call)
 *     before or after it:       delay=MS; after=CODE (made, and answered so)
 *     the end of the process:   hang, abort, segv, kill; hang-after, kill-after (when the call is made)
 *   SOFTSKF_ODD         ways of vendors, with commas between, or "@file": message-mode (SKF_ECCSignData hashes by
 *                       itself), shifted-codes (0x0A000020 and above tell 0x10 more), names-39, no-lockdev,
 *                       global-context (the last device that was connected is the only one), crash-on-wrong-handle, no-sm4,
 *                       devinfo-286 (without MaxECCBufferSize and MaxBufferSize; as long as its name with packed 4-octet ULONG), stale-list (SKF_EnumContainer answers
 *                       what it has answered first), enum-small (a buffer too small is answered with OK and the length)
 *   SOFTSKF_LATENCY_US  what every call takes at least
 */
#ifndef FAULTS_H
#define FAULTS_H
#include "skf.h"

struct call {
  const char *name;
  int is_refused;
  /* What a call is answered with that is refused, or of which another answer is told. */
  ULONG answer;
  int is_misreported, hangs_after, is_killed_after;
};

/* One call at a time, as on a card; `handle`: what the call is about, or 0. */
struct call begin(const char *name, HANDLE handle);
ULONG finish(const struct call *call, ULONG answer);
/* For a call that waits. */
void let_others_in(void);
void take_turn(void);

int is_odd(const char *oddity);
/* The PIN of this call counts as wrong, whatever it is. */
int pin_counts_as_wrong(void);

#endif
