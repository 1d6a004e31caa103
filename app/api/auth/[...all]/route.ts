import { answerSignIn } from '#lib/auth/answer-sign-in.ts';
import { handleSignedOut } from '../../handle.ts';

function answer(request: Request): Promise<Response> {
  return handleSignedOut(request, (publicUrl) => answerSignIn(request, publicUrl));
}

export { answer as GET, answer as POST };
