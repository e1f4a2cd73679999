import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startStrings } from './app/i18n.ts'
import { connectEngine } from './engine/client.ts'

startStrings()
connectEngine()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to draw the window in.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
