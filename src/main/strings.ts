import commandTitles from '#shared/strings/en/commands.json' with { type: 'json' }
import shellStrings from '#shared/strings/en/shell.json' with { type: 'json' }

const titles: Record<string, string> = commandTitles

/** A string of the shell's own page of the catalogue. */
export function t(key: keyof typeof shellStrings): string {
  return shellStrings[key]
}

/** What a command is called in the menu; its id where the catalogue has nothing for it. */
export function commandTitle(commandId: string): string {
  return titles[commandId] ?? commandId
}
