#ifndef KITBAG_PAPER_H
#define KITBAG_PAPER_H

#include <stddef.h>

/// One file of what makes paper from documents; its bytes are part of the program.
struct paper_file {
  /// Its name in a staged folder, such as "main.typ".
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// How many files there are.
size_t paper_file_count(void);
/// One of them, by its place from 0.
struct paper_file paper_file_at(size_t place);

/// Removes a folder and what is in it as far as that can be done; links are removed, not followed.
void paper_remove_folder(const char *path);

#endif
