"""set.py FOLDER: set all documents of a staged folder with one Typst compiler.

Reads FOLDER/jobs (one line each: the name of a file in FOLDER/documents and, behind a blank, of one to be made in
FOLDER/out), and writes a line for each to standard output: "name<TAB>done" or "name<TAB>why not". Works inside FOLDER only.
"""
import os
import sys

import typst


def set_all(folder, jobs):
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder + "/fonts"])
    nowhere = folder + "/packages"
    compiler = typst.Compiler(
        root=folder, font_paths=fonts, ignore_system_fonts=True, package_path=nowhere, package_cache_path=nowhere)
    for name, made in jobs:
        try:
            compiler.compile(
                input=folder + "/main.typ", output=folder + "/out/" + made, format="pdf", pdf_standards=["ua-1"],
                timestamp=0, sys_inputs={"document": "documents/" + name})
            told = "done"
        except typst.TypstError as error:
            told = " ".join([error.message] + error.hints)
        os.write(1, (name + "\t" + told.replace("\n", " ").replace("\t", " ") + "\n").encode())


def main():
    folder = sys.argv[1]
    with open(folder + "/jobs", encoding="utf-8") as file:
        jobs = [line.split() for line in file.read().splitlines()]
    # The second half is set by a second process where there is a second processor: documents do not depend on one another.
    other = os.fork() if len(jobs) > 3 and len(os.sched_getaffinity(0)) > 1 else -1
    if other == 0:
        try:
            set_all(folder, jobs[1::2])
            os._exit(0)
        finally:
            os._exit(1)
    set_all(folder, jobs if other < 0 else jobs[0::2])
    if other > 0:
        _, status = os.waitpid(other, 0)
        sys.exit(1 if status else 0)


main()
