/* glibc 2.34 moved the dl functions into libc and gave them new versions. Asked for by their first ones, the addon loads
   on the glibc 2.28 of UOS 20 and Kylin V10 as well (decision 0035). */
#include <features.h>
#if defined(__GLIBC__) && defined(__x86_64__)
#define FIRST_VERSION(name) __asm__(".symver " #name "," #name "@GLIBC_2.2.5")
#elif defined(__GLIBC__) && defined(__aarch64__)
#define FIRST_VERSION(name) __asm__(".symver " #name "," #name "@GLIBC_2.17")
#endif
#ifdef FIRST_VERSION
FIRST_VERSION(dlopen);
FIRST_VERSION(dlsym);
FIRST_VERSION(dlclose);
FIRST_VERSION(dlerror);
#endif
