import { expect, test } from './app/test.ts'
import { harbour, writeFiles } from './app/texts.ts'

const quote = 'Fishermen said they had lost most of the spring season.'

const web = `<h2 style="color:red">Found <i>on</i> the web</h2>
<script>document.title = 'run'</script>
<p onclick="alert(1)">with a <a href="https://example.org/a" onmouseover="x()">link</a> and <a href="javascript:alert(1)">no link</a></p>
<ul><li>one<ul><li>inner</li></ul></li></ul><blockquote>said</blockquote>
<p><img src="https://example.org/tracker.png" alt="A chart"></p>
<table><tr><th>who</th><th>what</th></tr><tr><td>a</td><td>b</td></tr></table>`

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<p class=MsoNormal style='font-family:"Comic Sans MS"'><b>From Word</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>first of Word<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>second of Word<o:p></o:p></p>
<!--EndFragment--></body></html>`

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('what is pasted into a note comes in clean, with its structure', async ({ app, desk }) => {
  const { keyboard } = desk.page
  const { noteText } = desk
  await test.step('from the web', async () => {
    await desk.newNote('Pasted')
    await app.copyElsewhere({ html: web, text: 'Found on the web' })
    await noteText.click()
    await keyboard.press('ControlOrMeta+v')
    await expect(noteText.getByRole('heading', { name: 'Found on the web', level: 2 })).toBeVisible()
    await expect(noteText.getByRole('link', { name: 'link', exact: true })).toHaveAttribute(
      'href',
      'https://example.org/a',
    )
    await expect(noteText.getByText('and no link')).toBeVisible()
    await expect(noteText.getByRole('link', { name: 'no link' })).toHaveCount(0)
    await expect(noteText.getByRole('link', { name: 'A chart' })).toBeVisible()
    await expect(noteText.locator('img')).toHaveCount(0)
    await expect(noteText.getByRole('listitem').filter({ hasText: 'inner' }).last()).toBeVisible()
    await expect(noteText.getByRole('table').getByText('who')).toBeVisible()
    expect(await noteText.innerHTML()).not.toMatch(/red|onclick|onmouseover|script/)
  })
  await test.step('from Word, whose lists are no lists', async () => {
    await desk.newNote('From Word')
    await app.copyElsewhere({ html: word, text: 'From Word' })
    await noteText.click()
    await keyboard.press('ControlOrMeta+v')
    await expect(noteText.getByRole('listitem')).toHaveText(['first of Word', 'second of Word'])
    await expect(noteText.locator('ol')).toHaveCount(1)
    expect(await noteText.innerHTML()).not.toMatch(/Mso|Comic|mso-list/)
  })
  await test.step('Markdown as what it means, and one undo makes it plain', async () => {
    await desk.newNote('From Markdown')
    await app.copyElsewhere({ text: '## Read as Markdown\n\n- one\n- **two**\n' })
    await noteText.click()
    await keyboard.type('before')
    await keyboard.press('Enter')
    await keyboard.press('ControlOrMeta+v')
    await expect(noteText.getByRole('heading', { name: 'Read as Markdown' })).toBeVisible()
    await expect(noteText.getByRole('listitem')).toHaveText(['one', 'two'])
    await keyboard.press('ControlOrMeta+z')
    await expect(noteText.getByText('## Read as Markdown')).toBeVisible()
    await expect(noteText.getByRole('heading')).toHaveCount(0)
    await keyboard.press('ControlOrMeta+Shift+z')
    await expect(noteText.getByRole('heading', { name: 'Read as Markdown' })).toBeVisible()
    await keyboard.press('ControlOrMeta+z')
    await keyboard.press('ControlOrMeta+z')
    await expect(noteText).toHaveText('before')
  })
  await test.step('and goes out as Markdown', async () => {
    await keyboard.press('ControlOrMeta+Shift+z')
    await keyboard.press('ControlOrMeta+Shift+z')
    await expect(noteText.getByRole('heading', { name: 'Read as Markdown' })).toBeVisible()
    await desk.page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect(desk.page.getByText('Copied as Markdown.')).toBeVisible()
    expect(await app.copiedText()).toBe('before\n\n## Read as Markdown\n\n- one\n- **two**')
    await app.copyElsewhere({ text: 'something else' })
    await app.menu('editor.copyMarkdown')
    await expect.poll(() => app.copiedText()).toContain('## Read as Markdown')
  })
})

test('tables and images are made, kept and exported with a note', async ({ app, desk }) => {
  const { keyboard } = desk.page
  const { noteText } = desk
  const table = noteText.getByRole('table')
  const inMenu = async (name: string): Promise<void> => {
    await desk.page.getByRole('button', { name: 'Table', exact: true }).click()
    await desk.page.getByRole('menuitem', { name }).click()
  }
  await test.step('a table grows and shrinks, and Tab moves in it', async () => {
    await desk.newNote('With a table')
    await noteText.click()
    await desk.page.getByRole('button', { name: 'Insert table' }).click()
    await expect(table.getByRole('row')).toHaveCount(3)
    await table.locator('th').first().click()
    for (const words of ['who', 'what', 'when', 'a', 'b', 'c', 'd', 'e', 'f']) {
      await keyboard.type(words)
      await keyboard.press('Tab')
    }
    await expect(table.getByRole('row')).toHaveCount(4)
    await keyboard.type('a new row')
    await inMenu('Delete row')
    await expect(table.getByRole('row')).toHaveCount(3)
    await table.getByText('when').click()
    await inMenu('Delete column')
    await expect(table.getByRole('row').first()).toHaveText('whowhat')
    await table.getByText('b', { exact: true }).click()
    await inMenu('Insert row below')
    await inMenu('Insert column after')
    await expect(table.getByRole('row')).toHaveCount(4)
    await app.menu('history.undo')
    await app.menu('history.undo')
    await expect(table.getByRole('row')).toHaveCount(3)
    await table.getByText('what').click()
    await inMenu('Header row')
    await expect(table.locator('th')).toHaveCount(0)
    await inMenu('Header row')
    await expect(table.locator('th')).toHaveCount(2)
  })
  await test.step('an image is pasted, described and still there after a restart', async () => {
    await noteText.press('ControlOrMeta+End')
    await app.copyElsewhere({ png })
    await noteText.press('ControlOrMeta+v')
    const image = noteText.getByRole('button', { name: 'Image without a description' })
    await expect(image.locator('img')).toHaveJSProperty('naturalWidth', 1)
    await image.click()
    const form = desk.page.getByRole('dialog', { name: 'Image' })
    await form.getByRole('textbox', { name: 'What the image shows' }).fill('A map of the port')
    await keyboard.press('Enter')
    await expect(noteText.getByRole('button', { name: 'Image: A map of the port' })).toBeVisible()
    await desk.saved()
    await app.restart()
    await desk.openView('Notes')
    await desk.page.getByRole('option', { name: 'With a table' }).click()
    // Another window after a restart, and so another text.
    await expect(desk.noteText.locator('img[alt="A map of the port"]')).toHaveJSProperty('naturalWidth', 1)
  })
  await test.step('both are in the export', async () => {
    const files = await app.exported(() => desk.exportAs('markdown'))
    const page = files.get([...files.keys()].find((name) => name.endsWith('With a table.md')) ?? '') ?? ''
    expect(page).toContain('| who | what |\n| --- | --- |\n| a | b |')
    const [, path = ''] = /!\[A map of the port\]\(\.\.\/(Attachments\/\w+\.png)\)/.exec(page) ?? []
    expect([...files.keys()].some((name) => name.endsWith(path) && path !== '')).toBe(true)
  })
})

test('a note cites sources, and its quotes say what became of their passages', async ({ app, desk }) => {
  const { keyboard } = desk.page
  const { noteText } = desk
  const quoted = noteText.getByRole('figure')
  await desk.importByDialog(await writeFiles(app.folder, { 'harbour.txt': harbour }))
  const title = await desk.openTitle()
  await test.step('a passage copied out of a text is a linked quote in a note', async () => {
    await desk.select(quote)
    await keyboard.press('ControlOrMeta+c')
    await desk.newNote('Citing')
    await noteText.click()
    await keyboard.press('ControlOrMeta+v')
    await expect(quoted).toContainText(quote)
    await expect(quoted.getByRole('button', { name: title })).toBeVisible()
  })
  await test.step('@ cites a source and [[ mentions one', async () => {
    await noteText.press('ControlOrMeta+End')
    await keyboard.type(`as @${title.slice(0, 12)}`)
    await expect(desk.page.getByRole('listbox', { name: 'Sources to cite' }).getByRole('option')).toHaveCount(
      1,
    )
    await keyboard.press('Enter')
    await keyboard.type(`and [[${title.slice(0, 12)}`)
    await expect(
      desk.page.getByRole('listbox', { name: 'References' }).getByRole('option').first(),
    ).toBeVisible()
    await keyboard.press('Enter')
    await expect(noteText.getByRole('link')).toHaveCount(2)
    await expect(desk.page.getByRole('listbox')).toHaveCount(1)
    await keyboard.type('say; a@b.example is no citation')
    await desk.saved()
  })
  await test.step('the source says who mentions it', async () => {
    await desk.open(title)
    await desk.page.getByRole('tab', { name: 'Links' }).click()
    const mentions = desk.page.getByRole('region', { name: 'Mentioned in' })
    await mentions.getByRole('button', { name: 'Citing' }).click()
    await expect(noteText).toBeVisible()
  })
  await test.step('a quote whose annotation goes says so, until it is back', async () => {
    await quoted.getByRole('button', { name: title }).click()
    await desk.page.getByRole('tab', { name: /Annotations/ }).click()
    await expect(desk.annotations).toHaveCount(1)
    await keyboard.press('Delete')
    await expect(desk.annotations).toHaveCount(0)
    await desk.openView('Notes')
    await expect(quoted).toContainText('The annotation of this passage was deleted.')
    await app.menu('history.undo')
    await expect(quoted).not.toContainText('deleted')
  })
  await test.step('a source that is called otherwise is mentioned by its new name', async () => {
    await desk.open(title)
    await desk.press('F2')
    const name = desk.page.getByRole('textbox', { name: 'Title' })
    await name.fill('The pilots and the harbour')
    await name.press('Enter')
    await desk.openView('Notes')
    await expect(noteText.getByRole('link', { name: 'The pilots and the harbour' })).toHaveCount(2)
    await app.menu('history.undo')
    await expect(noteText.getByRole('link', { name: title })).toHaveCount(2)
  })
  await test.step('a quote whose passage changed takes its new words', async () => {
    await desk.open(title)
    await desk.select(quote)
    await keyboard.press('e')
    const dialog = desk.page.getByRole('dialog', { name: 'Correct text' })
    const field = dialog.getByRole('textbox', { name: 'Text' })
    const before = await field.inputValue()
    await field.fill(before.replace('most of the spring season', 'nearly all of the spring season'))
    await dialog.getByRole('button', { name: 'Save correction' }).click()
    await expect(dialog).toBeHidden()
    await desk.openView('Notes')
    await expect(quoted).toContainText('The passage reads differently now.')
    await quoted.getByRole('button', { name: 'Update the quote' }).click()
    await expect(quoted).not.toContainText('reads differently')
    await expect(quoted.getByRole('blockquote')).toContainText('nearly all of the spring')
  })
})
