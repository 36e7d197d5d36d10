#ifndef KITBAG_CPACKASSETS_H
#define KITBAG_CPACKASSETS_H

#include <stddef.h>

/// Bytes that are part of the program and never change.
struct PackAsset {
  const unsigned char *bytes;
  size_t count;
};

/// One style of the family "Kitbag Sans": as WOFF2 for pages, as TrueType for paper.
struct PackFontFace {
  /// The file's name without its ending, "KitbagSans-Regular".
  const char *name;
  int isBold;
  int isItalic;
  struct PackAsset woff2;
  struct PackAsset trueType;
};

/// The faces: regular, italic, bold, bold italic. `index` is 0 to 3.
struct PackFontFace packFontFace(int index);

/// The licence of the family, UTF-8.
struct PackAsset packFontLicence(void);

#endif
