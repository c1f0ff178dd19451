import { useText } from '../../locales/Language';

export function Footer() {
  const t = useText();
  return (
    <footer className="footer">
      <div className="shell__width">
        <p className="footer__print">{t('footer.print')}</p>
        <p className="footer__screen">{t('footer.text')}</p>
      </div>
    </footer>
  );
}
