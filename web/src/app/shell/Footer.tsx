import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useText } from '../../locales/Language';

export function Footer() {
  const t = useText();
  const onPaper = t('footer.print');
  useEffect(() => document.documentElement.style.setProperty('--on-paper', JSON.stringify(onPaper)), [onPaper]);
  return (
    <footer className="footer">
      <div className="shell__width">
        <p className="footer__print">{onPaper}</p>
        <p className="footer__screen">{t('footer.text')}</p>
        <p className="footer__links footer__screen">
          <Link className="nl-link" to="/hulp">
            {t('help.title')}
          </Link>
          <Link className="nl-link" to="/toegankelijkheid">
            {t('help.accessibility')}
          </Link>
        </p>
      </div>
    </footer>
  );
}
