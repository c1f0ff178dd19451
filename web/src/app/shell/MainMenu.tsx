import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../../locales/Language';
import { useMenu } from './use-menu';

export function MainMenu() {
  const t = useText();
  const items = useMenu();
  const [open, setOpen] = useState(false);

  if (items.length === 0) return null;
  return (
    <nav className="main-menu" aria-label={t('shell.menu')}>
      <div className="shell__width">
        <button
          className="main-menu__toggle"
          type="button"
          aria-expanded={open}
          aria-controls="hoofdmenu"
          onClick={() => setOpen(!open)}
        >
          {t('shell.menu-button')}
          <span className="main-menu__arrow" aria-hidden="true" />
        </button>
        <ul className="main-menu__items" id="hoofdmenu" data-open={open}>
          {items.map((item) => (
            <li key={item.to}>
              <Link
                className="main-menu__link"
                to={item.to}
                activeOptions={{ includeSearch: false }}
                onClick={() => setOpen(false)}
              >
                {t(item.label)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
