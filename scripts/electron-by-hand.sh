#!/bin/sh
# Starts the Electron that ELECTRON_OVERRIDE_DIST_PATH names, with early-electron.cjs (which says why) ahead of the app.
# A program of its own, since Playwright takes NODE_OPTIONS away from what it starts.
here=$(cd "$(dirname "$0")" && pwd)
export NODE_OPTIONS="--require \"$here/early-electron.cjs\""
exec "$ELECTRON_OVERRIDE_DIST_PATH/electron" "$@"
