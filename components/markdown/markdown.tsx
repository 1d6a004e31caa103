import { lexer, type Token, type Tokens } from 'marked';
import type { Route } from 'next';
import { createElement, Fragment, type ReactNode } from 'react';
import { IntentLink } from '#components/ui/intent-link.tsx';
import styles from './markdown.module.css';

/**
 * Markdown as elements of ours. Raw HTML is shown as the text that it is, never taken as markup. Links to `name.md`
 * lead to `base` + name, so the same files read well outside the program.
 */
export function Markdown({ text, base }: { text: string; base: string }) {
  return <div className={styles.text}>{renderTokens(lexer(text), base)}</div>;
}

/** The tokens as children of a fragment: they never change order, so they need no keys. */
function renderTokens(tokens: readonly Token[] | undefined, base: string): ReactNode {
  return createElement(Fragment, null, ...(tokens ?? []).map((token) => renderToken(token, base)));
}

/** An address that a link may lead to; null for schemes that could run something. */
function safeAddress(href: string, base: string): string | null {
  const page = /^([\w-]+)\.md(#.*)?$/.exec(href);
  if (page) return `${base}/${page[1]}${page[2] ?? ''}`;
  return /^(https?:|mailto:|\/|#)/.test(href) ? href : null;
}

function renderLink(token: Tokens.Link, base: string): ReactNode {
  const address = safeAddress(token.href, base);
  const words = renderTokens(token.tokens, base);
  if (address === null) return words;
  return address.startsWith('/') ? (
    <IntentLink href={address as Route}>{words}</IntentLink>
  ) : (
    <a href={address}>{words}</a>
  );
}

function renderRow(cells: readonly Tokens.TableCell[], base: string): ReactNode {
  const elements = cells.map(({ header, tokens }) =>
    header
      ? createElement('th', { scope: 'col' }, renderTokens(tokens, base))
      : createElement('td', null, renderTokens(tokens, base)),
  );
  return createElement('tr', null, ...elements);
}

function renderTable(token: Tokens.Table, base: string): ReactNode {
  return (
    <div className={styles.wide}>
      <table>
        <thead>{renderRow(token.header, base)}</thead>
        {createElement('tbody', null, ...token.rows.map((row) => renderRow(row, base)))}
      </table>
    </div>
  );
}

function renderList(token: Tokens.List, base: string): ReactNode {
  const items = token.items.map((item) => createElement('li', null, renderTokens(item.tokens, base)));
  return createElement(token.ordered ? 'ol' : 'ul', null, ...items);
}

function renderToken(token: Token, base: string): ReactNode {
  switch (token.type) {
    case 'heading':
      return token.depth <= 2 ? (
        <h2>{renderTokens(token.tokens, base)}</h2>
      ) : (
        <h3>{renderTokens(token.tokens, base)}</h3>
      );
    case 'paragraph':
      return <p>{renderTokens(token.tokens, base)}</p>;
    case 'blockquote':
      return <blockquote>{renderTokens(token.tokens, base)}</blockquote>;
    case 'list':
      return renderList(token as Tokens.List, base);
    case 'table':
      return renderTable(token as Tokens.Table, base);
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'space':
      return null;
    case 'strong':
      return <strong>{renderTokens(token.tokens, base)}</strong>;
    case 'em':
      return <em>{renderTokens(token.tokens, base)}</em>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return renderLink(token as Tokens.Link, base);
    case 'text':
      return 'tokens' in token && token.tokens ? renderTokens(token.tokens, base) : token.text;
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}
