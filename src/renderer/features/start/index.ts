export { NotebookMenu } from './NotebookMenu.tsx'
export { StartView } from './StartView.tsx'
