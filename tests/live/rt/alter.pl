# What a person chooses in RT's own preferences, set while it runs: `alter.pl lang LOGIN fr`,
# `alter.pl prefer LOGIN NAME VALUE`.
use strict;
use warnings;
use RT;
BEGIN { RT->LoadConfig; RT->Init; }

my ($what, $login, $name, $value) = @ARGV;
my $user = RT::User->new(RT->SystemUser);
$user->Load($login);
die "There is no “$login”.\n" if !$user->Id;
if ($what eq 'lang') {
    # RT calls it a failure when it was so already.
    $user->SetLang($name) if ($user->Lang // '') ne $name;
}
else {
    my $chosen = $user->Preferences(RT->System, {}) || {};
    $chosen = { %$chosen, $name => $value };
    delete $chosen->{$name} if !defined $value;
    my ($done, $message) = $user->SetPreferences(RT->System, $chosen);
    die "$name: $message\n" if !$done;
}
