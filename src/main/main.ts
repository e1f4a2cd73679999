import { app } from 'electron'
import { declareAppScheme, serveAppScheme } from './app-scheme.ts'
import { CrossreadShell } from './crossread-shell.ts'
import { endOnFatalErrors } from './fatal-errors.ts'
import { lockDown } from './lockdown.ts'
import { openLog } from './log.ts'
import { developmentServer, honourUserDataFolder, logFolder, rendererFolder, settingsPath } from './paths.ts'
import { Settings } from './settings.ts'

app.setName('Crossread')
honourUserDataFolder()
declareAppScheme()

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  const log = openLog(logFolder(), app.isPackaged ? undefined : (line) => process.stderr.write(line))
  endOnFatalErrors(log)
  const shell = new CrossreadShell({ settings: new Settings(settingsPath()), log, developmentServer })
  shell.followApp()
  void app.whenReady().then(() => {
    lockDown(developmentServer)
    serveAppScheme(rendererFolder)
    shell.open()
  })
}
