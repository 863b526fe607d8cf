// Windows: the addon takes Node-API from the program that has loaded it, whatever that file is called. It is linked
// against "node.exe", delayed, and this hook answers the moment it is looked for.
#include <windows.h>
#include <delayimp.h>
#include <string.h>

static FARPROC WINAPI answerForNode(unsigned event, DelayLoadInfo *load) {
  if (event != dliNotePreLoadLibrary || _stricmp(load->szDll, "node.exe") != 0) return NULL;
  return (FARPROC)GetModuleHandleW(NULL);
}

extern "C" PfnDliHook __pfnDliNotifyHook2 = answerForNode;
