import { type Command, Option } from 'commander'
import { colours } from '#shared/model.ts'
import { findId } from '../find.ts'
import { collected, requireText } from '../options.ts'
import { type Invocation, onNotebook } from '../run.ts'

export function addAnnotate(program: Command): void {
  const command = program
    .command('annotate')
    .description('mark a passage of a source by its words; prints the new id')
    .argument('<source>', 'its id, or how its title begins')
    .requiredOption('--quote <text>', 'the passage')
    .option('--prefix <text>', 'what stands right before it, where it occurs more than once')
    .option('--suffix <text>', 'what stands right after it')
    .addOption(new Option('--colour <name>', 'its colour').choices(colours))
    .option('--comment <markdown>', 'a comment')
    .option('--tag <tag>', 'a tag; can be given again', collected)
  onNotebook(command, 'write', annotate)
}

async function annotate({ call, out, args: [source = ''], options }: Invocation): Promise<void> {
  requireText(options.quote, 'An annotation needs a passage to mark.')
  const { quote, prefix, suffix, colour, comment, tag } = options
  const { id } = await call('annotations.createFromQuote', {
    sourceId: await findId(call, source, 'source'),
    quote,
    prefix,
    suffix,
    colour,
    commentMarkdown: comment,
    tags: tag,
  })
  out.result({ id }, () => id)
}
