// What makes paper from documents, as bytes in the program, so that nothing is read from the machine and every machine
// makes the same.
#include "paper.h"

// SwiftPM gives no way to ask for C23 for one target.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char blocks[] = {
#embed "Files/blocks.typ"
};
static const unsigned char cards[] = {
#embed "Files/cards.typ"
};
static const unsigned char main_file[] = {
#embed "Files/main.typ"
};
static const unsigned char office_docx[] = {
#embed "Files/office/reference.docx"
};
static const unsigned char office_odt[] = {
#embed "Files/office/reference.odt"
};
static const unsigned char office_pptx[] = {
#embed "Files/office/reference.pptx"
};
static const unsigned char pages[] = {
#embed "Files/pages.typ"
};
static const unsigned char set_all[] = {
#embed "Files/set.py"
};
static const unsigned char signs[] = {
#embed "Files/signs.typ"
};
static const unsigned char slides[] = {
#embed "Files/slides.typ"
};
static const unsigned char theme[] = {
#embed "Files/theme.typ"
};
static const unsigned char words[] = {
#embed "Files/words.json"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const struct paper_file files[] = {
    FILE_OF("blocks.typ", blocks),
    FILE_OF("cards.typ", cards),
    FILE_OF("main.typ", main_file),
    FILE_OF("office/reference.docx", office_docx),
    FILE_OF("office/reference.odt", office_odt),
    FILE_OF("office/reference.pptx", office_pptx),
    FILE_OF("pages.typ", pages),
    FILE_OF("set.py", set_all),
    FILE_OF("signs.typ", signs),
    FILE_OF("slides.typ", slides),
    FILE_OF("theme.typ", theme),
    FILE_OF("words.json", words),
};

size_t paper_file_count(void) { return sizeof files / sizeof files[0]; }

struct paper_file paper_file_at(size_t place) { return files[place]; }
