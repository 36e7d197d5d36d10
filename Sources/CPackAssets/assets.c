#include "CPackAssets.h"

// Bytes are put into the program by the compiler, so that a pack needs no file beside it.
static const unsigned char regularWOFF2[] = {
#embed "fonts/KitbagSans-Regular.woff2"
};
static const unsigned char regularTTF[] = {
#embed "fonts/KitbagSans-Regular.ttf"
};
static const unsigned char italicWOFF2[] = {
#embed "fonts/KitbagSans-Italic.woff2"
};
static const unsigned char italicTTF[] = {
#embed "fonts/KitbagSans-Italic.ttf"
};
static const unsigned char boldWOFF2[] = {
#embed "fonts/KitbagSans-Bold.woff2"
};
static const unsigned char boldTTF[] = {
#embed "fonts/KitbagSans-Bold.ttf"
};
static const unsigned char boldItalicWOFF2[] = {
#embed "fonts/KitbagSans-BoldItalic.woff2"
};
static const unsigned char boldItalicTTF[] = {
#embed "fonts/KitbagSans-BoldItalic.ttf"
};
static const unsigned char licence[] = {
#embed "fonts/OFL.txt"
};

#define ASSET(array) { array, sizeof array }

static const struct PackFontFace faces[] = {
  { "KitbagSans-Regular", 0, 0, ASSET(regularWOFF2), ASSET(regularTTF) },
  { "KitbagSans-Italic", 0, 1, ASSET(italicWOFF2), ASSET(italicTTF) },
  { "KitbagSans-Bold", 1, 0, ASSET(boldWOFF2), ASSET(boldTTF) },
  { "KitbagSans-BoldItalic", 1, 1, ASSET(boldItalicWOFF2), ASSET(boldItalicTTF) },
};

struct PackFontFace packFontFace(int index) { return faces[index < 0 || index > 3 ? 0 : index]; }

struct PackAsset packFontLicence(void) { return (struct PackAsset)ASSET(licence); }
