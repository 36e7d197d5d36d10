#!/bin/sh
# Adds up the minutes of all the episodes. Part of the website, not of the lesson.
grep -hE '^(teaching|exercises|break):' _episodes/*.md | tr -dc '0-9\n' | paste -sd+ - | bc
