#ifndef KITBAG_CGIT2_SHIM_H
#define KITBAG_CGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

/* Swift cannot call variadic C functions: one wrapper for each shape of argument that is used. */

static inline int kitbag_git_set_flag(int option, int on) { return git_libgit2_opts(option, on); }

static inline int kitbag_git_set_size(int option, size_t size) { return git_libgit2_opts(option, size); }

static inline int kitbag_git_set_search_path(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

/* GNU calls that Swift's view of the C library leaves out. All return -1 and set errno when they fail. */

/* Reserves the disk space of a file's first bytes; its size stays. */
static inline int kitbag_reserve(int file, off_t bytes) {
  return (int)syscall(SYS_fallocate, file, 1 /* FALLOC_FL_KEEP_SIZE */, (off_t)0, bytes);
}

/* Renames in one folder unless the new name is taken (EEXIST). */
static inline int kitbag_rename_new(int folder, const char *from, const char *to) {
  return (int)syscall(SYS_renameat2, folder, from, folder, to, 1u /* RENAME_NOREPLACE */);
}

/* Swaps two names of one folder. */
static inline int kitbag_rename_swap(int folder, const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, folder, one, folder, other, 2u /* RENAME_EXCHANGE */);
}

/* Waits until everything written to a file's file system is on the disk. */
static inline int kitbag_sync_disk(int file) { return (int)syscall(SYS_syncfs, file); }

#endif
