export { MatrixView } from './MatrixView.tsx'
