import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection as AriaMenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { classes } from './classes';
import styles from './Overlay.module.css';

interface MenuProps {
  /** A Button or IconButton; opens the menu. */
  trigger: ReactElement;
  label?: string;
  children: ReactNode;
  placement?: PopoverProps['placement'];
}

export function Menu({ trigger, label, children, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} offset={4} placement={placement}>
        <AriaMenu aria-label={label} className={styles.list}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemProps {
  id?: string;
  icon?: ReactNode;
  description?: string;
  danger?: boolean;
  isDisabled?: boolean;
  onAction?: () => void;
  children: string;
}

export function MenuItem({ icon, description, danger, children, ...props }: MenuItemProps) {
  return (
    <AriaMenuItem {...props} textValue={children} className={classes(styles.item, danger && styles.danger, !icon && styles.plain)}>
      {icon}
      <Text slot="label">{children}</Text>
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
    </AriaMenuItem>
  );
}

interface MenuChoicesProps<K extends string> {
  title: string;
  choices: readonly { id: K; label: string; description?: string }[];
  selected: readonly K[];
  onChange: (selected: K[]) => void;
  /** Any number may be chosen; else exactly one. */
  multiple?: boolean;
}

/** A part of a menu where one or several things are switched on. */
export function MenuChoices<K extends string>({ title, choices, selected, onChange, multiple }: MenuChoicesProps<K>) {
  return (
    <AriaMenuSection
      className={styles.section}
      selectionMode={multiple ? 'multiple' : 'single'}
      disallowEmptySelection={!multiple}
      selectedKeys={selected}
      // Keys are the ids given above; 'all' is not offered by menus.
      onSelectionChange={(keys) => keys !== 'all' && onChange([...keys] as K[])}
    >
      <Header className={styles.heading}>{title}</Header>
      {choices.map((choice) => (
        <AriaMenuItem key={choice.id} id={choice.id} textValue={choice.label} className={styles.item} shouldCloseOnSelect={!multiple}>
          {({ isSelected }) => (
            <>
              {isSelected ? <Check aria-hidden /> : <span />}
              <Text slot="label">{choice.label}</Text>
              {choice.description && (
                <Text slot="description" className={styles.description}>
                  {choice.description}
                </Text>
              )}
            </>
          )}
        </AriaMenuItem>
      ))}
    </AriaMenuSection>
  );
}

/** Items under a heading of their own. */
export function MenuSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <AriaMenuSection className={styles.section}>
      {title && <Header className={styles.heading}>{title}</Header>}
      {children}
    </AriaMenuSection>
  );
}
