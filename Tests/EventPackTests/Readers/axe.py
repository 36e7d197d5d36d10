"""axe.py FOLDER [light|dark]...: look at every page below FOLDER in a browser, with axe and at the width of a phone.

Prints one line for each thing that is wrong, and `pages N` at the end. Nothing but the pages' own files may be asked for.
"""
import pathlib
import sys

from playwright.sync_api import sync_playwright

import axe_playwright_python

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
folder = pathlib.Path(sys.argv[1]).resolve()
schemes = sys.argv[2:] or ["light", "dark"]
count = 0
with sync_playwright() as tools:
    browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
    for scheme in schemes:
        context = browser.new_context(color_scheme=scheme, viewport={"width": 1200, "height": 900})
        page = context.new_page()
        told = []
        page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
        page.on("request", lambda request: told.append(request.url) if not request.url.startswith(("file://" + str(folder), "data:font/")) else None)
        for file in sorted(folder.rglob("*.html")):
            name = file.relative_to(folder)
            told.clear()
            page.set_viewport_size({"width": 1200, "height": 900})
            page.goto(file.as_uri())
            page.evaluate(AXE)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
            for violation in found["violations"]:
                for node in violation["nodes"][:3]:
                    print(f"{name} ({scheme}): {violation['id']}: {node['html'][:160]}")
            page.set_viewport_size({"width": 320, "height": 640})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > 320:
                print(f"{name} ({scheme}): {wide} points wide on a screen of 320")
            for text in told:
                print(f"{name} ({scheme}): {text[:200]}")
            count += 1
        context.close()
    browser.close()
print("pages", count)
