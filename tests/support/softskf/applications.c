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

/* `pins`: one line per PIN, the user's first: "<tries> <tries left> <1 while it is the first one> <PIN>". */
enum { MOST_PIN = 16, LEAST_PIN = 6 };
struct pin { int tries, left, is_first; char text[64]; };
struct pins { struct pin of[2]; };
static const int line_of[] = {[USER] = 0, [ADMINISTRATOR] = 1};

static int read_pins(const struct object *object, struct pins *pins) {
  char path[PATH], text[NAME];
  application_path(path, object, "pins");
  long length = read_file(path, text, sizeof text - 1);
  if (length < 0) return -1;
  text[length] = 0;
  struct pin *user = &pins->of[0], *administrator = &pins->of[1];
  int read = sscanf(text, "%d %d %d %63s\n%d %d %d %63s", &user->tries, &user->left, &user->is_first, user->text,
                    &administrator->tries, &administrator->left, &administrator->is_first, administrator->text);
  return read == 8 ? 0 : -1;
}

static void write_pins(const struct object *object, const struct pins *pins) {
  char path[PATH], text[NAME];
  int length = 0;
  for (int line = 0; line < 2; line++) {
    const struct pin *pin = &pins->of[line];
    length += snprintf(text + length, sizeof text - (size_t)length, "%d %d %d %s\n", pin->tries, pin->left,
                       pin->is_first, pin->text);
  }
  application_path(path, object, "pins");
  if (write_file(path, text, length)) abort();
}

/* Two processes that try a PIN at the same time spend two tries. */
static int lock_pins(const struct object *object) {
  char path[PATH];
  application_path(path, object, ".pins-lock");
  int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0 || flock(file, LOCK_EX)) abort();
  return file;
}

static int is_impossible(const char *pin) { return strlen(pin) < LEAST_PIN || strlen(pin) > MOST_PIN; }

/* The try is spent before the comparison, as a card does: pulling it out in between wins nothing. */
static ULONG try_pin(const struct object *object, struct pins *pins, ULONG type, const char *text, ULONG *left) {
  struct pin *pin = &pins->of[line_of[type == USER ? USER : ADMINISTRATOR]];
  if (left) *left = (ULONG)pin->left;
  if (pin->left == 0) return PIN_LOCKED;
  if (is_impossible(text)) return PIN_LENGTH;
  pin->left--;
  write_pins(object, pins);
  if (pin_counts_as_wrong() || strcmp(text, pin->text)) {
    if (left) *left = (ULONG)pin->left;
    return pin->left ? PIN_INCORRECT : PIN_LOCKED;
  }
  pin->left = pin->tries;
  write_pins(object, pins);
  if (left) *left = (ULONG)pin->left;
  return OK;
}

/* Who is logged in: by device, its plugging and application, for as long as this process lives. */
enum { MOST_LOGINS = 64 };
static struct object logins[MOST_LOGINS];

static int is_login_of(const struct object *login, const struct object *object) {
  return login->kind != NOTHING && !strcmp(login->device, object->device) &&
         !strcmp(login->application, object->application) && !strcmp(login->plugging, object->plugging);
}

int is_logged_in(const struct object *object) {
  for (int each = 0; each < MOST_LOGINS; each++)
    if (is_login_of(&logins[each], object)) return 1;
  return 0;
}

/* The file is there for who looks from outside: the module does not read it. */
static void forget_login(const struct object *object) {
  char path[PATH];
  application_path(path, object, "open");
  unlink(path);
  for (int each = 0; each < MOST_LOGINS; each++)
    if (is_login_of(&logins[each], object)) logins[each].kind = NOTHING;
}

static void remember_login(const struct object *object) {
  char path[PATH];
  int place = 0;
  application_path(path, object, "open");
  if (write_file(path, "", 0)) abort();
  while (place < MOST_LOGINS - 1 && logins[place].kind != NOTHING) place++;
  logins[place] = *object;
}

ULONG enum_applications(HANDLE handle, LPSTR list, ULONG *size) {
  struct object *device;
  char folder[PATH], *names;
  ULONG found = find_object(handle, DEVICE, &device);
  if (found) return found;
  device_path(folder, device->device, "applications");
  ULONG length = read_names(folder, &names), answered = answer(list, size, names, length);
  free(names);
  return answered;
}

ULONG open_application(HANDLE handle, LPSTR name, HANDLE *opened) {
  struct object *device, application;
  char path[PATH];
  ULONG found = find_object(handle, DEVICE, &device);
  if (found) return found;
  if (!name || !opened || !*name || strlen(name) >= NAME || strchr(name, '/')) return INVALID_PARAMETER;
  application = *device;
  application.kind = APPLICATION;
  application.lock = -1;
  strcpy(application.application, name);
  application_path(path, &application, "pins");
  return exists(path) ? open_object(application, opened) : NO_APPLICATION;
}

/* A login outlives this too. */
ULONG close_application(HANDLE handle) { return close_object(handle, APPLICATION); }

ULONG pin_info(HANDLE handle, ULONG type, ULONG *tries, ULONG *left, BOOL *is_first) {
  struct object *application;
  struct pins pins;
  ULONG found = find_object(handle, APPLICATION, &application);
  if (found) return found;
  if (read_pins(application, &pins)) return FAILED;
  const struct pin *pin = &pins.of[line_of[type == USER ? USER : ADMINISTRATOR]];
  *tries = (ULONG)pin->tries;
  *left = (ULONG)pin->left;
  *is_first = pin->is_first;
  return OK;
}

ULONG verify_pin(HANDLE handle, ULONG type, LPSTR text, ULONG *left) {
  struct object *application;
  struct pins pins;
  ULONG found = find_object(handle, APPLICATION, &application);
  if (found) return found;
  /* A card that is asked for its PIN again forgets what it knew. */
  if (type == USER) forget_login(application);
  int lock = lock_pins(application);
  ULONG answered = read_pins(application, &pins) ? FAILED : try_pin(application, &pins, type, text, left);
  close(lock);
  if (answered == OK && type == USER) remember_login(application);
  return answered;
}

static ULONG set_pin(const struct object *application, struct pins *pins, ULONG type, const char *text) {
  struct pin *pin = &pins->of[line_of[type == USER ? USER : ADMINISTRATOR]];
  snprintf(pin->text, sizeof pin->text, "%s", text);
  pin->left = pin->tries;
  pin->is_first = 0;
  write_pins(application, pins);
  return OK;
}

ULONG change_pin(HANDLE handle, ULONG type, LPSTR old, LPSTR new, ULONG *left) {
  struct object *application;
  struct pins pins;
  ULONG found = find_object(handle, APPLICATION, &application);
  if (found) return found;
  if (is_impossible(new)) return PIN_LENGTH;
  int lock = lock_pins(application);
  ULONG answered = read_pins(application, &pins) ? FAILED : try_pin(application, &pins, type, old, left);
  if (answered == OK) answered = set_pin(application, &pins, type, new);
  close(lock);
  return answered;
}

ULONG unblock_pin(HANDLE handle, LPSTR administrator, LPSTR new, ULONG *left) {
  struct object *application;
  struct pins pins;
  ULONG found = find_object(handle, APPLICATION, &application);
  if (found) return found;
  if (is_impossible(new)) return PIN_LENGTH;
  int lock = lock_pins(application);
  ULONG answered = read_pins(application, &pins) ? FAILED : 0;
  if (answered == OK) answered = try_pin(application, &pins, ADMINISTRATOR, administrator, left);
  if (answered == OK) answered = set_pin(application, &pins, USER, new);
  close(lock);
  return answered;
}

ULONG clear_secure_state(HANDLE handle) {
  struct object *application;
  ULONG found = find_object(handle, APPLICATION, &application);
  if (found) return found;
  forget_login(application);
  return OK;
}
