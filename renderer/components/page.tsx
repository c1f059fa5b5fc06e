import { type CSSProperties, Fragment, type ReactNode } from 'react';
import styles from './page.module.css';

type PageHeaderProps = {
  title: ReactNode;
  /** Who, where, since when: dim text on one line, or on two beside many actions. */
  sub?: ReactNode;
  /** Badges and signals right after the title. */
  state?: ReactNode;
  actions?: ReactNode;
  /** A second row, such as the path of states. */
  children?: ReactNode;
};

/** Title, identity and state on the left, what can be done on the right. 46 px high. */
export function PageHeader({ title, sub, state, actions, children }: PageHeaderProps) {
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        <h1 className={styles.title} title={typeof title === 'string' ? title : undefined}>
          {title}
        </h1>
        {state}
        {sub !== undefined && (
          <span className={styles.sub} title={typeof sub === 'string' ? sub : undefined}>
            {typeof sub === 'string' ? <Parts text={sub} /> : sub}
          </span>
        )}
        {actions !== undefined && <div className={styles.headActions}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}

const DOT = ' · ';

/** A line of facts with dots between them, which is broken after a fact before one is broken itself. */
function Parts({ text }: { text: string }) {
  const parts = text.split(DOT);
  return parts.map((part, index) => (
    // A fact may be there twice; it is only known by its place.
    <Fragment key={`${index} ${part}`}>
      <span className={styles.part}>{index < parts.length - 1 ? part + DOT.trimEnd() : part}</span>
      {index < parts.length - 1 && ' '}
    </Fragment>
  ));
}

/** A screen under its header: a column that fills the window. */
export function Page({ header, children }: { header?: ReactNode; children: ReactNode }) {
  return (
    <>
      {header}
      <div className={styles.page}>{children}</div>
    </>
  );
}

/** The part of a screen that scrolls, while header and side panels stay. */
export function ScrollArea({ children, label }: { children: ReactNode; label?: string }) {
  return (
    // A scrolling region must be reachable by keyboard, so that its text can be read without a mouse.
    <section className={styles.scroll} tabIndex={label === undefined ? undefined : 0} aria-label={label}>
      {children}
    </section>
  );
}

type SectionProps = {
  title?: ReactNode;
  count?: ReactNode;
  /** At the right end of the head: a note, a link, small buttons. */
  aside?: ReactNode;
  children: ReactNode;
  /** No padding: for tables and lists that reach the edges. */
  flush?: boolean;
  /** Takes the height that is left. */
  fill?: boolean;
};

/** A flat area of the sheet with a 34 px head: hairlines instead of cards. */
export function Section({ title, count, aside, children, flush, fill }: SectionProps) {
  return (
    <section className={styles.section} data-fill={fill || undefined}>
      {title !== undefined && (
        <div className={styles.sectionHead}>
          <h2>{title}</h2>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}

/** One fact: what it is called and what it is. `key` defaults to a text label. */
export type Fact = { label: ReactNode; value: ReactNode; key?: string };

/** Facts with the label beside the value, in one or more columns. */
export function Facts({ items, columns = 1 }: { items: readonly Fact[]; columns?: number }) {
  const style: CSSProperties = { gridTemplateColumns: `repeat(${columns}, auto minmax(0, 1fr))` };
  return (
    <dl className={styles.facts} style={style}>
      {items.map((item, index) => [
        <dt key={`${item.key ?? index} label`}>{item.label}</dt>,
        <dd key={`${item.key ?? index} value`}>{item.value}</dd>,
      ])}
    </dl>
  );
}

/** Fields that belong together, under a title. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.group} role="group" aria-label={title}>
      <h2>
        {title}
        {hint !== undefined && <span>{hint}</span>}
      </h2>
      {children}
    </div>
  );
}

/** Fields side by side; `columns` are widths as in CSS grid, such as `'250px 1fr'`. */
export function FieldRow({ columns = '1fr', children }: { columns?: string; children: ReactNode }) {
  return (
    <div className={styles.fields} style={{ gridTemplateColumns: columns }}>
      {children}
    </div>
  );
}

/** One figure of 20 px with its label above and a note behind it. */
export function Figure({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.figure}>
      <span>{label}</span>
      <span>
        <b>{value}</b>
        {note !== undefined && <small className={styles.note}>{note}</small>}
      </span>
    </div>
  );
}
