# Fills an empty Request Tracker from seed.json: through RT's own objects, and tickets through its mail gateway,
# so that they look as if customers had written them.
use strict;
use warnings;
use utf8;
use Encode qw(encode);
use JSON;
use RT;
BEGIN { RT->LoadConfig; RT->Init; }
use RT::Interface::Email;
use MIME::Entity;

my ($file) = @ARGV;
open my $in, '<:raw', $file or die "$file: $!";
my $seed = JSON->new->utf8->decode(do { local $/; <$in> });
my $system = RT->SystemUser;

# RT answers (value, message); a false value is a failure.
sub must {
    my ($what, $value, $message) = @_;
    die "$what: " . ($message // 'failed') . "\n" if !$value;
    return $value;
}

sub make {
    my ($class, %fields) = @_;
    my $object = "RT::$class"->new($system);
    must("$class $fields{Name}", $object->Create(%fields));
    return $object;
}

my $queue = make('Queue', Name => $seed->{queue}{name}, Description => $seed->{queue}{description},
    CorrespondAddress => $seed->{queue}{address}, CommentAddress => $seed->{queue}{noteAddress});

my $returns = make('Queue', Name => $seed->{returns}{name}, Description => $seed->{returns}{description},
    Lifecycle => $seed->{returns}{lifecycle});

# What a support agent may do: in the queue, and for RT as a whole.
my @in_queue = qw(SeeQueue ShowTicket ShowTicketComments ShowOutgoingEmail ShowTemplate CreateTicket ReplyToTicket
    CommentOnTicket ForwardMessage ModifyTicket OwnTicket TakeTicket StealTicket ReassignTicket Watch WatchAsAdminCc
    SeeCustomField ModifyCustomField);
my @everywhere = qw(ModifySelf ManageAuthTokens SeeGroup SeeCustomField SeeClass ShowArticle ShowArticlesMenu SeeOwnDashboard
    SeeGroupDashboard CreateOwnDashboard ModifyOwnDashboard ShowSavedSearches LoadSavedSearch CreateSavedSearch
    EditSavedSearches);

my $agents = RT::Group->new($system);
must('group', $agents->CreateUserDefinedGroup(Name => 'Agents', Description => 'Answer customers'));
for my $one ($queue, $returns) {
    must("right $_", $agents->PrincipalObj->GrantRight(Right => $_, Object => $one)) for @in_queue;
}
must("right $_", $agents->PrincipalObj->GrantRight(Right => $_, Object => RT->System)) for @everywhere;

# Customers write by mail, and are known by then; agents get nothing by this.
my $customers = RT::Group->new($system);
$customers->LoadSystemInternalGroup('Unprivileged');
must("right $_", $customers->PrincipalObj->GrantRight(Right => $_, Object => $queue))
    for qw(CreateTicket ReplyToTicket);

for my $agent (@{ $seed->{agents} }) {
    my $user = make('User', Name => $agent->{login}, RealName => $agent->{name}, EmailAddress => $agent->{email},
        Password => $agent->{password}, Privileged => 1, Signature => "Kind regards,\n$agent->{firstName}");
    if ($agent->{rights}) {
        # Somebody with less: these rights of his own, and what RT itself needs to show him its pages.
        must("right $_", $user->PrincipalObj->GrantRight(Right => $_, Object => $queue)) for @{ $agent->{rights} };
        must("right $_", $user->PrincipalObj->GrantRight(Right => $_, Object => RT->System))
            for qw(ModifySelf ManageAuthTokens SeeCustomField);
    }
    else { must("agent $agent->{login}", $agents->AddMember($user->PrincipalId)) }
    my $token = RT::AuthToken->new($system);
    my ($made, $message, $words) = $token->Create(Owner => $user->Id, Description => 'Countersign');
    must("token of $agent->{login}", $made, $message);
    print "token $agent->{login} $words\n";
}

my %ticket_field = (Queue => $queue->Id, LookupType => 'RT::Queue-RT::Ticket');
make('CustomField', Name => 'Tags', Type => 'FreeformMultiple', %ticket_field);
my $product = make('CustomField', Name => 'Product', Type => 'SelectSingle', %ticket_field);
must("product $_", $product->AddValue(Name => $_)) for @{ $seed->{products} };

# Fields of a team that does not write English, of each kind; in the other queue, so that Support stays plain.
my %return_field = (Queue => $returns->Id, LookupType => 'RT::Queue-RT::Ticket');
for my $wanted (@{ $seed->{returns}{fields} }) {
    my $field = make('CustomField', Name => $wanted->{name}, Type => $wanted->{type}, MaxValues => $wanted->{several} ? 0 : 1,
        %return_field);
    must("value $_", $field->AddValue(Name => $_)) for @{ $wanted->{values} // [] };
}

# RT comes with the class General, offered in every queue.
my $text_of_article = RT::CustomField->new($system);
$text_of_article->LoadByCols(Name => 'Content', LookupType => 'RT::Class-RT::Article');
make('Article', Name => $_->{title}, Summary => $_->{title}, Class => 'General',
    'CustomField-' . $text_of_article->Id => $_->{text}) for @{ $seed->{articles} };

sub text_part {
    my ($type, $text, @more) = @_;
    return (Type => $type, Charset => 'UTF-8', Encoding => 'quoted-printable', Data => encode('UTF-8', $text), @more);
}

# The mail of a customer; goes in as RT's own mail gate would bring it. Returns the ticket.
sub receive {
    my ($ticket, $subject, $text) = @_;
    my $html  = $text eq $ticket->{text} ? $ticket->{html} : undef;
    my @files = $text eq $ticket->{text} ? @{ $ticket->{attachments} // [] } : ();
    my $sender = encode('MIME-Header', $ticket->{from}{name}) . " <$ticket->{from}{email}>";
    my %head = (From => $sender, To => $seed->{queue}{address}, Subject => encode('MIME-Header', $subject));
    my $mail;
    if ($html || @files) {
        $mail = MIME::Entity->build(%head, Type => @files ? 'multipart/mixed' : 'multipart/alternative');
        $mail->attach(text_part('text/plain', $text));
        $mail->attach(text_part('text/html', $html)) if $html;
        $mail->attach(Type => $_->{type}, Filename => $_->{name}, Disposition => 'attachment', Encoding => 'base64',
            Data => encode('UTF-8', $_->{text})) for @files;
    }
    else {
        $mail = MIME::Entity->build(%head, text_part('text/plain', $text));
    }
    my ($status, $message, $made) = RT::Interface::Email::Gateway(
        { message => $mail->as_string, queue => $seed->{queue}{name}, action => 'correspond' });
    must("mail '$subject'", $status == 1 && $made, $message);
    my $loaded = RT::Ticket->new($system);
    $loaded->Load($made->Id);
    return $loaded;
}

sub as_agent {
    my ($ticket, $kind, $text) = @_;
    my $agent = RT::CurrentUser->new;
    $agent->Load($seed->{agents}[0]{login});
    my $mine = RT::Ticket->new($agent);
    $mine->Load($ticket->Id);
    my $mail = MIME::Entity->build(text_part('text/plain', $text));
    must("$kind by agent", $kind eq 'note' ? $mine->Comment(MIMEObj => $mail) : $mine->Correspond(MIMEObj => $mail));
}

my %number_of = (Low => 0, Medium => 50, High => 100);
for my $wanted (@{ $seed->{tickets} }) {
    my $ticket = receive($wanted, $wanted->{subject}, $wanted->{text});
    my $customer = RT::User->new($system);
    $customer->LoadByEmail($wanted->{from}{email});
    # A second mail of one person finds the name in place already; RT calls that a failure.
    $customer->SetRealName($wanted->{from}{name}) if ($customer->RealName // '') ne $wanted->{from}{name};
    $ticket->SetPriority($number_of{ $wanted->{priority} });
    for my $next (@{ $wanted->{thread} // [] }) {
        if ($next->{by} eq 'customer') {
            my $tag = '[' . RT->Config->Get('rtname') . ' #' . $ticket->Id . ']';
            receive($wanted, "Re: $tag $wanted->{subject}", $next->{text});
        }
        else { as_agent($ticket, $next->{by}, $next->{text}) }
    }
    print $ticket->Id, " $wanted->{key}\n";
}
