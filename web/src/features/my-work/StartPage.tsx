import { Navigate } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { firstPageOf } from './blocks';

export function StartPage() {
  const { data: session } = useSession();
  return session ? <Navigate to={firstPageOf(session)} replace /> : null;
}
